// SPDX-License-Identifier: MIT
#include "config/difference.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
using Lines = std::vector<std::string>;

std::string stated_text(StatedValues const& stated)
{
    std::string text;
    for (DatedValue const& value : stated.values)
        text += fmt::format("{}{}{} [{}]", text.empty() ? "" : ", ", value.value.text,
                            stated.is_dated ? " from " + value.from.text() : "", value.source);
    return text;
}

void compare(Lines& lines, std::string const& path, std::string const& left,
             std::string const& right)
{
    if (left != right) lines.push_back(fmt::format("{}: {} -> {}", path, left, right));
}

std::string seed_text(RunSettings const& settings)
{
    return settings.population_seed ? fmt::format("{}", *settings.population_seed) : "as seed";
}

std::string persons_text(RunSettings const& settings)
{
    return settings.persons ? fmt::format("{}", *settings.persons) : "full";
}

void compare_settings(Lines& lines, RunSettings const& left, RunSettings const& right)
{
    auto const number = [](auto value) { return fmt::format("{}", value); };
    compare(lines, "time.start", left.start.text(), right.start.text());
    compare(lines, "time.warm_up", number(left.warm_up), number(right.warm_up));
    compare(lines, "time.months", number(left.months), number(right.months));
    compare(lines, "population.persons", persons_text(left), persons_text(right));
    compare(lines, "population.seed", number(left.seed), number(right.seed));
    compare(lines, "population.population_seed", seed_text(left), seed_text(right));
}

/// What the scenario states under the path; `nothing` if its program does not declare it.
std::string stated_in(ResolvedScenario const& scenario, std::string const& path)
{
    auto const at = scenario.parameter_at.find(path);
    return at == scenario.parameter_at.end() ? "nothing" : stated_text(scenario.stated[at->second]);
}

std::string const* table_in(ResolvedScenario const& scenario, std::string const& path)
{
    auto const at = scenario.table_at.find(path);
    return at == scenario.table_at.end() ? nullptr : &scenario.tables[at->second].text;
}

void compare_values(Lines& lines, ResolvedScenario const& left, ResolvedScenario const& right)
{
    for (auto const& [path, declared] : left.declarations.parameters())
        compare(lines, path, stated_in(left, path), stated_in(right, path));
    for (auto const& [path, declared] : right.declarations.parameters())
        if (!left.parameter_at.contains(path))
            compare(lines, path, "nothing", stated_in(right, path));
}

void compare_tables(Lines& lines, ResolvedScenario const& left, ResolvedScenario const& right)
{
    for (auto const& [path, declared] : left.declarations.tables())
    {
        std::string const* const other = table_in(right, path);
        if (other == nullptr || *other != *table_in(left, path))
            lines.push_back(path + ": the tables differ");
    }
    for (auto const& [path, declared] : right.declarations.tables())
        if (!left.table_at.contains(path)) lines.push_back(path + ": the tables differ");
}

Lines shocks_of(ResolvedScenario const& scenario)
{
    Lines lines;
    for (Shock const& shock : scenario.shocks)
        lines.push_back(shock_text(shock, scenario.declarations));
    return lines;
}

/// Shocks that only one of the two has; equal ones cancel one by one.
void compare_shocks(Lines& lines, ResolvedScenario const& left, ResolvedScenario const& right)
{
    Lines const before = shocks_of(left);
    Lines after = shocks_of(right);
    std::size_t const lines_before = lines.size();
    for (std::string const& shock : before)
    {
        auto const same = std::find(after.begin(), after.end(), shock);
        if (same == after.end())
            lines.push_back(fmt::format("shocks: {} -> nothing", shock));
        else
            after.erase(same);
    }
    for (std::string const& shock : after)
        lines.push_back(fmt::format("shocks: nothing -> {}", shock));
    if (lines.size() == lines_before && before != shocks_of(right))
        lines.emplace_back("shocks: the same in another order");
}

std::optional<Month> first_difference(Timeline const& left, Timeline const& right,
                                      RunSettings const& run)
{
    for (Month month = run.start; month < run.end(); month = month + 1)
        if (!std::ranges::equal(left.in(month), right.in(month))) return month;
    return std::nullopt;
}
}  // namespace

std::vector<std::string> differences(Scenario const& left, Scenario const& right)
{
    Lines lines;
    compare_settings(lines, left.settings(), right.settings());
    compare_values(lines, left.content(), right.content());
    compare_tables(lines, left.content(), right.content());
    compare_shocks(lines, left.content(), right.content());
    return lines;
}

std::vector<std::string> differences_beside_shocks(Scenario const& left, Scenario const& right)
{
    Lines lines;
    compare_values(lines, left.content(), right.content());
    compare_tables(lines, left.content(), right.content());
    return lines;
}

std::vector<FirstDifference> first_differences(Scenario const& left, Scenario const& right)
{
    RunSettings const& run = left.settings();
    ResolvedScenario const& before = left.content();
    ResolvedScenario const& after = right.content();
    std::vector<FirstDifference> found;
    for (auto const& [path, declared] : before.declarations.parameters())
    {
        auto const month = first_difference(before.timelines[before.parameter_at.at(path)],
                                            after.timelines[after.parameter_at.at(path)], run);
        if (month) found.push_back({path, *month});
    }
    for (auto const& [path, declared] : before.declarations.tables())
        if (*table_in(before, path) != *table_in(after, path)) found.push_back({path, run.start});
    return found;
}
}  // namespace kochmon
