// SPDX-License-Identifier: MIT
#include "config/values.hpp"

#include <fmt/format.h>

#include "config/keyed.hpp"
#include "config/series.hpp"
#include "config/settings.hpp"

namespace kochmon
{
namespace
{
std::string source_of(Keyed const& keyed)
{
    std::string const source = keyed.text("source");
    return source.empty() ? source_of_the_user : source;
}
}  // namespace

std::optional<StatedValues> ValueReader::read(Declarations::Parameter const& parameter,
                                              Leaf const& leaf) const
{
    Node const& node = leaf.node;
    if (node.is_spoiled()) return std::nullopt;
    if (node.is_list()) return dated(parameter, node);
    if (node.is_map() && (node.find("file") != nullptr || node.find("column") != nullptr))
        return series(parameter, leaf);
    if (node.is_map()) return one_value(parameter, node);
    auto read = value(parameter, node);
    if (!read) return std::nullopt;
    return StatedValues{false, {{Month(), *std::move(read), source_of_the_user, node.place}}};
}

std::optional<Value> ValueReader::value(Parameter const& parameter, Node const& node) const
{
    if (node.is_spoiled()) return std::nullopt;
    auto reading = read_value(node, parameter.declared);
    if (!reading.value) diagnostics_.report(node.place, parameter.path, reading.mistake);
    return std::move(reading.value);
}

std::optional<StatedValues> ValueReader::one_value(Parameter const& parameter,
                                                   Node const& map) const
{
    Keyed const keyed(map, parameter.path, {"value", "source"}, diagnostics_);
    std::string source = source_of(keyed);
    Node const* const node = keyed.required("value");
    bool const is_there = node != nullptr && !keyed.parts_a_number();
    auto read = is_there ? value(parameter, *node) : std::nullopt;
    if (!read) return std::nullopt;
    return StatedValues{false, {{Month(), *std::move(read), std::move(source), node->place}}};
}

bool ValueReader::may_be_dated(Parameter const& parameter, Node const& node) const
{
    if (parameter.declared.use != Use::fixed) return true;
    diagnostics_.report(node.place, parameter.path,
                        {"dated values of a parameter that does not change",
                         "one value, " + expected_text(parameter.declared)});
    return false;
}

std::optional<DatedValue> ValueReader::entry(Parameter const& parameter, Node const& node) const
{
    if (node.is_spoiled()) return std::nullopt;
    if (!node.is_map())
    {
        diagnostics_.report(node.place, parameter.path,
                            {described(node) + " in a list of dated values",
                             "{from: 2010-01, value: ..., source: ...}"});
        return std::nullopt;
    }
    Keyed const keyed(node, parameter.path, {"from", "value", "source"}, diagnostics_);
    std::string source = source_of(keyed);
    Node const* const from = keyed.required("from");
    Node const* const stated = keyed.required("value");
    auto const month = from == nullptr || from->is_spoiled() ? Reading<Month>{} : read_month(*from);
    if (!month.mistake.what.empty())
        diagnostics_.report(from->place, parameter.path, month.mistake);
    bool const is_there = stated != nullptr && !keyed.parts_a_number();
    auto read = is_there ? value(parameter, *stated) : std::nullopt;
    if (!month.value || !read) return std::nullopt;
    return DatedValue{*month.value, *std::move(read), std::move(source), stated->place};
}

std::optional<StatedValues> ValueReader::dated(Parameter const& parameter, Node const& list) const
{
    if (!may_be_dated(parameter, list)) return std::nullopt;
    if (list.items.empty())
    {
        diagnostics_.report(
            list.place, parameter.path,
            {"an empty list", "dated values, " + expected_text(parameter.declared)});
        return std::nullopt;
    }
    StatedValues stated{true, {}};
    std::vector<FilePlace> months;
    for (Node const& item : list.items)
    {
        auto read = entry(parameter, item);
        if (!read) continue;
        stated.values.push_back(*std::move(read));
        months.push_back(item.find("from")->place);
    }
    bool const is_whole = stated.values.size() == list.items.size();
    if (!is_whole || !is_in_order(parameter, stated, months)) return std::nullopt;
    return stated;
}

std::optional<StatedValues> ValueReader::series(Parameter const& parameter, Leaf const& leaf) const
{
    if (!may_be_dated(parameter, leaf.node)) return std::nullopt;
    Keyed const keyed(leaf.node, parameter.path, {"file", "column", "unit", "source"},
                      diagnostics_);
    bool const is_named = keyed.required("file") != nullptr && keyed.required("column") != nullptr;
    std::string const name = is_named ? keyed.text("file") : std::string{};
    if (name.empty()) return std::nullopt;
    TextFile const* const file = files_.read(
        {keyed.optional("file")->place, parameter.path, leaf.folder, name, largest_csv});
    if (file == nullptr) return std::nullopt;
    auto rows = SeriesReader(parameter, keyed, diagnostics_).read(*file);
    if (!rows) return std::nullopt;
    StatedValues stated{true, std::move(rows->values), true};
    if (!is_in_order(parameter, stated, rows->months)) return std::nullopt;
    return stated;
}

bool ValueReader::is_in_order(Parameter const& parameter, StatedValues const& stated,
                              std::vector<FilePlace> const& months) const
{
    bool is_in_order = true;
    for (std::size_t at = 1; at < stated.values.size(); ++at)
    {
        Month const before = stated.values[at - 1].from;
        if (before < stated.values[at].from) continue;
        is_in_order = false;
        std::string const twice = fmt::format("{} a second time (lines {} and {})", before.text(),
                                              months[at - 1].line, months[at].line);
        bool const is_twice = before == stated.values[at].from;
        diagnostics_.report_once(
            months[at], parameter.path,
            {is_twice ? twice : stated.values[at].from.text() + " does not follow " + before.text(),
             "months in their order, each once"});
    }
    Month const first = stated.values.front().from;
    if (!start_ || first <= *start_) return is_in_order;
    diagnostics_.report(months.front(), parameter.path,
                        {fmt::format("the first value holds only from {} on", first.text()),
                         "a first entry not later than time.start " + start_->text()});
    return false;
}
}  // namespace kochmon
