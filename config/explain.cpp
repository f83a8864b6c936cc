// SPDX-License-Identifier: MIT
#include "config/explain.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/assumptions.hpp"
#include "config/cell.hpp"
#include "config/foreign_character.hpp"
#include "config/in_force.hpp"
#include "config/markdown.hpp"
#include "config/outline.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"
#include "config/suggestion.hpp"
#include "config/value_path.hpp"

namespace kochmon
{
namespace
{
using Parameter = Declarations::Parameter;
using TableAt = Declarations::TableAt;

constexpr std::size_t listed_at_most = 12;

std::string line(std::string_view label, std::string const& text)
{
    return text.empty() ? std::string{} : fmt::format("  {:<8} {}\n", label, text);
}

/// Lines below one another, the label at the first.
std::string below(std::string_view label, std::vector<std::string> const& lines)
{
    std::string text;
    for (std::string const& one : lines) text += line(text.empty() ? label : "", one);
    return text;
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

/// Month by month where the stated value is not what the program reads.
std::string values_in_months(ResolvedScenario const& scenario, std::size_t parameter)
{
    StatedValues const& stated = scenario.stated[parameter];
    bool const is_moved = std::ranges::any_of(
        scenario.shocks, [&](Shock const& shock) { return shock.parameter == parameter; });
    bool const is_read_as_stated =
        std::ranges::all_of(stated.values, [](DatedValue const& value)
                            { return value.value.currency == Currency::base; });
    if (!is_moved && is_read_as_stated) return {};
    std::vector<std::string> lines = value_path(scenario, parameter);
    std::size_t const rest = lines.size() > listed_at_most ? lines.size() - listed_at_most : 0;
    if (rest > 0 && !is_moved)
    {
        std::string const last = lines.back();
        lines.resize(listed_at_most - 1);
        lines.push_back(fmt::format("... {} more ...", rest));
        lines.push_back(last);
    }
    return below("months", lines);
}

std::string about(Parameter const& parameter, Declarations const& declarations,
                  Scenario const* scenario)
{
    Declared const& declared = parameter.declared;
    std::string text = parameter.path + "\n" + line("meaning", declared.meaning);
    if (is_quantity(declared)) text += line("unit", units_text(declared));
    text += is_quantity(declared)
                ? line("range", range_of(declared) + " (what the program computes)")
                : line("choice", range_of(declared));
    text += line("use", use_of(declared) + (declared.in_january ? ", read in January alone" : "")) +
            line("groups", groups_of(declared));
    std::vector<std::string> cases = in_force_texts(declarations, declared);
    for (std::string& one : cases) one = (&one == &cases.front() ? "where " : "or ") + one;
    text += below("in force", cases);
    if (scenario == nullptr) return text;
    ResolvedScenario const& content = scenario->content();
    std::size_t const at = content.parameter_at.at(parameter.path);
    return text + values_of(content.stated[at]) + shocks_on(content, at) +
           values_in_months(content, at);
}

std::string about(TableAt const& table, Scenario const* scenario)
{
    std::vector<std::string> columns;
    for (ColumnDeclared const& column : table.declared.columns) columns.push_back(column.name);
    columns.emplace_back("source");
    std::string text = table.path + "\n" + line("meaning", table.declared.meaning);
    for (ColumnDeclared const& column : table.declared.columns)
        text += line("column", column.name + ": " + expected_text(column));
    text += line("table", "columns " + listed(columns));
    if (scenario == nullptr) return text;
    return text + line("rows", fmt::format("{}", scenario->table(table.path).rows()));
}

/// A key of a group in a line: where it stands below the group, what it is, and what it means.
struct KeyLine
{
    std::string name;
    std::string value;  // empty without a scenario
    std::string unit;
    std::string meaning;
};

KeyLine key_line(Branch const& leaf, Declarations const& declarations, Scenario const* scenario)
{
    if (leaf.kind == Branch::Kind::table)
    {
        auto const rows = scenario == nullptr
                              ? std::string{}
                              : fmt::format("{} rows", scenario->table(leaf.path).rows());
        return {leaf.path, rows, "table", declarations.tables()[leaf.index].declared.meaning};
    }
    if (leaf.kind == Branch::Kind::setting)
        return {leaf.path, {}, {}, "A setting of the run; see docs/interfaces.md"};
    auto const& [path, declared] = declarations.parameters()[leaf.index];
    KeyLine line{
        path, {}, is_quantity(declared) ? unit_of(declared) : range_of(declared), declared.meaning};
    if (line.unit.empty()) line.unit = "no unit";
    if (scenario == nullptr) return line;
    ResolvedScenario const& content = scenario->content();
    line.value = short_values(content.stated[content.parameter_at.at(path)]);
    return line;
}

void leaves_of(Branch const& branch, std::vector<Branch const*>& leaves)
{
    for (Branch const& child : branch.children)
        if (child.is_group())
            leaves_of(child, leaves);
        else
            leaves.push_back(&child);
}

/// Columns, of which a cell that is much longer than others widens none.
std::string keys_in_lines(Branch const& group, Declarations const& declarations,
                          Scenario const* scenario)
{
    constexpr std::size_t widest = 28;
    std::vector<Branch const*> leaves;
    leaves_of(group, leaves);
    std::vector<KeyLine> lines;
    std::size_t name = 0;
    std::size_t value = 0;
    std::size_t unit = 0;
    for (Branch const* const leaf : leaves)
    {
        KeyLine line = key_line(*leaf, declarations, scenario);
        line.name = line.name.substr(group.path.size() + 1);
        name = std::max(name, line.name.size());
        value = std::max(value, std::min(line.value.size(), widest));
        unit = std::max(unit, std::min(line.unit.size(), widest));
        lines.push_back(std::move(line));
    }
    std::string text;
    for (KeyLine const& line : lines)
    {
        text += fmt::format("  {:<{}}  ", line.name, name);
        if (value > 0) text += fmt::format("{:<{}}  ", line.value, value);
        text += fmt::format("{:<{}}  {}\n", line.unit, unit, line.meaning);
    }
    return text;
}

std::string about(Branch const& branch, Declarations const& declarations, Scenario const* scenario)
{
    if (branch.kind == Branch::Kind::parameter)
        return about(declarations.parameters()[branch.index], declarations, scenario);
    if (branch.kind == Branch::Kind::table)
        return about(declarations.tables()[branch.index], scenario);
    if (branch.kind == Branch::Kind::setting)
        return branch.path + "\n" + line("meaning", "a setting of the run; see docs/interfaces.md");
    return branch.path + "\n" + keys_in_lines(branch, declarations, scenario);
}

std::string use_and_groups(Declared const& declared)
{
    std::vector<std::string> names;
    for (GroupDimension const& group : declared.groups) names.push_back(group.name);
    return names.empty() ? use_of(declared) : use_of(declared) + " by " + listed(names, "and");
}

std::string bullet(Assumption const& assumption)
{
    std::string const& path = assumption.path;
    if (assumption.of == Assumption::Of::shock) return fmt::format("* shock `{}`\n", path);
    std::string const range =
        assumption.of == Assumption::Of::parameter ? ", range " + assumption.range : "";
    std::string const remark = assumption.remark.empty() ? "" : ", " + assumption.remark;
    return fmt::format("* `{}`: {}{}{}. {}.\n", path, assumption.value, remark, range,
                       assumption.meaning);
}

std::string tables_as_markdown(Declarations const& declarations, Scenario const& scenario)
{
    MarkdownTable tables({"table", "columns", "rows", "meaning"});
    for (auto const& [path, declared] : declarations.tables())
        tables.add({quoted_name(path), columns_of(declared),
                    fmt::format("{}", scenario.table(path).rows()), declared.meaning});
    return tables.text();
}
}  // namespace

std::string explain_parameter(Declarations const& declarations, Scenario const* scenario,
                              std::string const& path)
{
    Outline const outline(declarations);
    Branch const* const branch = path.empty() ? nullptr : outline.find(path);
    if (branch != nullptr) return about(*branch, declarations, scenario);
    std::vector<std::string> meant = closest(path, leaves_below(outline.root()));
    if (meant.empty()) meant = outline.meant(outline.root(), last_part(path), {});
    std::string text = "nothing is declared under " + shown(path);
    for (std::string const& more : {did_you_mean(meant), foreign_character(path)})
        if (!more.empty()) text += ", " + more;
    throw UsageError(text);
}

std::string parameters_as_markdown(Declarations const& declarations, Scenario const& scenario)
{
    ResolvedScenario const& content = scenario.content();
    MarkdownTable parameters({"path", "unit", "range", "use", "value", "source", "meaning"});
    for (auto const& [path, declared] : declarations.parameters())
    {
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        parameters.add({quoted_name(path), unit_of(declared), range_of(declared),
                        use_and_groups(declared), short_values(stated), sources_of(stated),
                        declared.meaning});
    }
    return parameters.text() + '\n' + tables_as_markdown(declarations, scenario);
}

std::string assumptions_as_markdown(Declarations const& declarations, Scenario const& scenario)
{
    std::string text;
    for (Assumption const& assumption : assumptions_of(declarations, scenario))
        text += bullet(assumption);
    return text;
}
}  // namespace kochmon
