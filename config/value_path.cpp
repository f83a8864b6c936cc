// SPDX-License-Identifier: MIT
#include "config/value_path.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/plain_decimal.hpp"

namespace kochmon
{
namespace
{
std::string text_of(Declared const& declared, double value)
{
    if (declared.dimension == Dimension::truth) return value != 0.0 ? "true" : "false";
    if (declared.dimension == Dimension::word)
        return declared.words.at(static_cast<std::size_t>(value));
    std::string_view const unit = units_of(declared).front().text;
    return unit.empty() ? number_text(value) : fmt::format("{} {}", number_text(value), unit);
}

/// `batken/female`: the groups of a cell; cells run with the last dimension fastest.
std::string cell_name(Declared const& declared, std::size_t cell)
{
    std::string name;
    std::size_t cells = cells_of(declared);
    for (GroupDimension const& dimension : declared.groups)
    {
        cells /= dimension.names.size();
        name += (name.empty() ? "" : "/") + dimension.names[cell / cells % dimension.names.size()];
    }
    return name;
}

std::string values_text(Declared const& declared, std::span<double const> cells)
{
    std::vector<std::pair<double, std::vector<std::string>>> by_value;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
    {
        auto found = std::ranges::find(by_value, cells[cell],
                                       &std::pair<double, std::vector<std::string>>::first);
        if (found == by_value.end()) found = by_value.insert(by_value.end(), {cells[cell], {}});
        found->second.push_back(cell_name(declared, cell));
    }
    if (by_value.size() == 1) return text_of(declared, cells.front());
    std::vector<std::string> texts;
    texts.reserve(by_value.size());
    for (auto const& [value, names] : by_value)
        texts.push_back(fmt::format("{} ({})", text_of(declared, value), fmt::join(names, ", ")));
    return fmt::format("{}", fmt::join(texts, "; "));
}

/// The month whose value holds in `month`: of a lever that is read in January alone, that of the
/// year, or the first of the run.
Month read_for(Month month, Declared const& declared, RunSettings const& run)
{
    if (!declared.in_january) return month;
    return std::max(Month::of(month.year(), 1), run.start);
}

std::string span_text(Month first, Month last)
{
    return first == last ? first.text() : fmt::format("{} to {}", first.text(), last.text());
}
}  // namespace

std::vector<std::string> value_path(ResolvedScenario const& scenario, std::size_t parameter)
{
    Declared const& declared = scenario.declarations.parameters()[parameter].declared;
    Timeline const& values = scenario.timelines[parameter];
    RunSettings const& run = scenario.settings;
    std::vector<std::string> lines;
    Month first = run.start;
    auto const in = [&](Month month) { return values.in(read_for(month, declared, run)); };
    for (Month month = run.start; month < run.end(); month = month + 1)
    {
        bool const is_last =
            month + 1 == run.end() || !std::ranges::equal(in(month), in(month + 1));
        if (!is_last) continue;
        lines.push_back(
            fmt::format("{}: {}", span_text(first, month), values_text(declared, in(month))));
        first = month + 1;
    }
    return lines;
}
}  // namespace kochmon
