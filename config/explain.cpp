// SPDX-License-Identifier: MIT
#include "config/explain.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/outline.hpp"
#include "config/resolved.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
using Parameter = Declarations::Parameter;
using TableAt = Declarations::TableAt;

constexpr std::size_t listed_at_most = 12;

bool has_range(Declared const& declared)
{
    return declared.dimension != Dimension::word && declared.dimension != Dimension::truth;
}

std::string range_of(Declared const& declared)
{
    if (declared.dimension == Dimension::word) return listed(declared.words, "or");
    if (declared.dimension == Dimension::truth) return "true or false";
    return range_text(declared.range, units_of(declared.dimension).front());
}

std::string use_of(Declared const& declared)
{
    if (declared.use == Use::fixed) return "fixed";
    return declared.use == Use::dated ? "dated" : "lever";
}

std::string groups_of(Declared const& declared)
{
    std::vector<std::string> groups;
    for (GroupDimension const& group : declared.groups)
        groups.push_back(fmt::format("{} ({})", group.name, listed(group.names)));
    return listed(groups);
}

std::string line(std::string_view label, std::string const& text)
{
    return text.empty() ? std::string{} : fmt::format("  {:<8} {}\n", label, text);
}

std::string dated_text(DatedValue const& value, bool is_dated)
{
    std::string const from = is_dated ? " from " + value.from.text() : "";
    return fmt::format("{}{} [{}]", value.value.text, from, value.source);
}

std::string values_of(StatedValues const& stated)
{
    std::string text;
    std::size_t const count = stated.values.size();
    for (std::size_t at = 0; at < count; ++at)
    {
        bool const is_left_out =
            count > listed_at_most && at + 1 < count && at + 1 >= listed_at_most;
        if (!is_left_out)
            text += line(at == 0 ? "value" : "", dated_text(stated.values[at], stated.is_dated));
        else if (at + 1 == listed_at_most)
            text += line("", fmt::format("... {} more ...", count - listed_at_most));
    }
    return text;
}

std::string shocks_on(ResolvedScenario const& scenario, std::size_t parameter)
{
    std::string text;
    for (Shock const& shock : scenario.shocks)
        if (shock.parameter == parameter)
            text += line("shock", shock_text(shock, scenario.declarations));
    return text;
}

std::string about(Parameter const& parameter, Scenario const* scenario)
{
    Declared const& declared = parameter.declared;
    std::string text = parameter.path + "\n" + line("meaning", declared.meaning);
    if (has_range(declared)) text += line("unit", units_text(declared.dimension));
    text += line(has_range(declared) ? "range" : "choice", range_of(declared));
    text += line("use", use_of(declared)) + line("groups", groups_of(declared));
    if (scenario == nullptr) return text;
    ResolvedScenario const& content = scenario->content();
    std::size_t const at = content.parameter_at.at(parameter.path);
    return text + values_of(content.stated[at]) + shocks_on(content, at);
}

std::string about(TableAt const& table, Scenario const* scenario)
{
    std::vector<std::string> columns;
    for (ColumnDeclared const& column : table.declared.columns) columns.push_back(column.name);
    columns.emplace_back("source");
    std::string text = table.path + "\n" + line("meaning", table.declared.meaning) +
                       line("table", "columns " + listed(columns));
    if (scenario == nullptr) return text;
    return text + line("rows", fmt::format("{}", scenario->table(table.path).rows()));
}

std::string about(Branch const& branch, Declarations const& declarations, Scenario const* scenario)
{
    if (branch.kind == Branch::Kind::parameter)
        return about(declarations.parameters()[branch.index], scenario);
    if (branch.kind == Branch::Kind::table)
        return about(declarations.tables()[branch.index], scenario);
    if (branch.kind == Branch::Kind::setting)
        return branch.path + "\n" + line("meaning", "a setting of the run; see docs/interfaces.md");
    std::string text = branch.path + "\n";
    for (std::string const& path : leaves_below(branch)) text += "  " + path + "\n";
    return text;
}

/// Text of a cell: a bar would end it.
std::string cell(std::string const& text)
{
    std::string escaped;
    for (char const letter : text)
        escaped += letter == '|' ? std::string("\\|") : std::string{letter};
    return escaped;
}

std::string short_values(StatedValues const& stated)
{
    std::vector<DatedValue> const& values = stated.values;
    if (!stated.is_dated) return values.front().value.text;
    if (values.size() > 3)
        return fmt::format("{} values, {} ({}) to {} ({})", values.size(),
                           values.front().value.text, values.front().from.text(),
                           values.back().value.text, values.back().from.text());
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (DatedValue const& value : values)
        texts.push_back(fmt::format("{} ({})", value.value.text, value.from.text()));
    return listed(texts);
}

std::string sources_of(StatedValues const& stated)
{
    std::vector<std::string> sources;
    for (DatedValue const& value : stated.values)
        if (std::find(sources.begin(), sources.end(), value.source) == sources.end())
            sources.push_back(value.source);
    return listed(sources);
}

std::string use_and_groups(Declared const& declared)
{
    std::vector<std::string> names;
    for (GroupDimension const& group : declared.groups) names.push_back(group.name);
    return names.empty() ? use_of(declared) : use_of(declared) + " by " + listed(names, "and");
}

std::string assumed_rows(TableAt const& table, Scenario const& scenario)
{
    auto const& sources = scenario.table(table.path).words("source");
    auto const assumed = std::count_if(sources.begin(), sources.end(), is_assumption);
    if (assumed == 0) return {};
    return fmt::format("* `{}`: {} of {} rows. {}.\n", table.path, assumed, sources.size(),
                       table.declared.meaning);
}
}  // namespace

bool is_assumption(std::string const& source)
{
    constexpr std::string_view word = "assumption";
    if (!source.starts_with(word)) return false;
    std::string_view const rest = std::string_view(source).substr(word.size());
    return rest.empty() || std::string_view(" ,;:(").find(rest.front()) != std::string_view::npos;
}

std::string explain_parameter(Declarations const& declarations, Scenario const* scenario,
                              std::string const& path)
{
    Outline const outline(declarations);
    Branch const* const branch = path.empty() ? nullptr : outline.find(path);
    if (branch != nullptr) return about(*branch, declarations, scenario);
    std::vector<std::string> meant = closest(path, leaves_below(outline.root()));
    if (meant.empty()) meant = outline.meant(outline.root(), last_part(path), {});
    std::string const hint = did_you_mean(meant);
    throw UsageError(fmt::format("nothing is declared under {}{}{}", shown(path),
                                 hint.empty() ? "" : ", ", hint));
}

std::string parameters_as_markdown(Declarations const& declarations, Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    std::string text =
        "| path | unit | range | use | value | source | meaning |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n";
    for (auto const& [path, declared] : declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        std::string const unit(units_of(declared.dimension).front().text);
        text +=
            fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", path, unit, range_of(declared),
                        use_and_groups(declared), cell(short_values(stated)),
                        cell(sources_of(stated)), cell(declared.meaning));
    }
    text += "\n| table | columns | rows | meaning |\n| --- | --- | --- | --- |\n";
    for (auto const& [path, declared] : declarations.tables())
    {
        std::vector<std::string> columns;
        for (ColumnDeclared const& column : declared.columns) columns.push_back(column.name);
        text += fmt::format("| `{}` | {} | {} | {} |\n", path, listed(columns),
                            scenario.table(path).rows(), cell(declared.meaning));
    }
    return text;
}

std::string assumptions_as_markdown(Declarations const& declarations, Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    std::string text;
    for (auto const& [path, declared] : declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        bool const is_assumed =
            std::any_of(stated.values.begin(), stated.values.end(),
                        [](DatedValue const& value) { return is_assumption(value.source); });
        if (is_assumed)
            text += fmt::format("* `{}`: {}, range {}. {}.\n", path, short_values(stated),
                                range_of(declared), declared.meaning);
    }
    for (TableAt const& table : declarations.tables()) text += assumed_rows(table, scenario);
    for (Shock const& shock : content.shocks)
        if (is_assumption(shock.source))
            text += fmt::format("* shock `{}`\n", shock_text(shock, declarations));
    return text;
}
}  // namespace kochmon
