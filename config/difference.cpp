// SPDX-License-Identifier: MIT
#include "config/difference.hpp"

#include <algorithm>
#include <cmath>
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

/// Two units of the same quantity may round its last bits differently: 28.8 %/year, 2.4 %/month.
/// A part of the amount; 0 where the program must read the very same number.
constexpr double of_rounding = 4e-15;
constexpr double exactly = 0.0;

bool is_within(double left, double right, double tolerance)
{
    return std::abs(left - right) <= tolerance * std::max(std::abs(left), std::abs(right));
}

bool means_the_same(DatedValue const& left, DatedValue const& right, double tolerance)
{
    return is_within(left.value.amount, right.value.amount, tolerance) &&
           left.value.currency == right.value.currency && left.source == right.source;
}

/// 25000 RUB is 25000.00 RUB.
bool mean_the_same(StatedValues const& left, StatedValues const& right, double tolerance)
{
    auto const is_same = [&](DatedValue const& one, DatedValue const& other)
    { return means_the_same(one, other, tolerance) && (!left.is_dated || one.from == other.from); };
    return left.is_dated == right.is_dated &&
           std::ranges::equal(left.values, right.values, is_same);
}

/// What the scenario states under the path; nothing if its program does not declare it.
StatedValues const* stated_in(ResolvedScenario const& scenario, std::string const& path)
{
    auto const at = scenario.parameter_at.find(path);
    return at == scenario.parameter_at.end() ? nullptr : &scenario.stated[at->second];
}

void compare(Lines& lines, std::string const& path, StatedValues const* left,
             StatedValues const* right, double tolerance)
{
    if (left != nullptr && right != nullptr && mean_the_same(*left, *right, tolerance)) return;
    auto const text = [](StatedValues const* stated)
    { return stated == nullptr ? "nothing" : stated_text(*stated); };
    lines.push_back(fmt::format("{}: {} -> {}", path, text(left), text(right)));
}

std::string const* table_in(ResolvedScenario const& scenario, std::string const& path)
{
    auto const at = scenario.table_at.find(path);
    return at == scenario.table_at.end() ? nullptr : &scenario.tables[at->second].text;
}

void compare_values(Lines& lines, ResolvedScenario const& left, ResolvedScenario const& right,
                    double tolerance)
{
    for (auto const& [path, declared] : left.declarations.parameters())
        compare(lines, path, stated_in(left, path), stated_in(right, path), tolerance);
    for (auto const& [path, declared] : right.declarations.parameters())
        if (!left.parameter_at.contains(path))
            compare(lines, path, nullptr, stated_in(right, path), tolerance);
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

/// A shock among those of its scenario; two may be of programs that declare other parameters.
struct ShockOf
{
    Shock const& shock;
    Declarations const& declarations;

    std::string text() const { return shock_text(shock, declarations); }
    std::string lever() const { return declarations.parameters()[shock.parameter].path; }
    std::string groups() const { return groups_of(shock, declarations); }
};

/// The same lever, for the same groups, in the same months, by the same amount, for the same
/// reason.
bool mean_the_same(ShockOf const& one, ShockOf const& other)
{
    Shock const& left = one.shock;
    Shock const& right = other.shock;
    return one.lever() == other.lever() && one.groups() == other.groups() &&
           left.kind == right.kind &&
           is_within(left.amount.amount, right.amount.amount, of_rounding) &&
           left.amount.currency == right.amount.currency && left.from == right.from &&
           left.until == right.until && left.ramp == right.ramp && left.source == right.source;
}

/// Shocks that only one of the two has; equal ones cancel one by one. They act in the order of
/// their months, so another order in the file is no difference.
void compare_shocks(Lines& lines, ResolvedScenario const& left, ResolvedScenario const& right)
{
    std::vector<Shock> after = right.shocks;
    for (Shock const& shock : left.shocks)
    {
        ShockOf const before{shock, left.declarations};
        auto const same = std::ranges::find_if(
            after,
            [&](Shock const& other) {
                return mean_the_same(before, ShockOf{other, right.declarations});
            });
        if (same == after.end())
            lines.push_back(fmt::format("shocks: {} -> nothing", before.text()));
        else
            after.erase(same);
    }
    for (Shock const& shock : after)
        lines.push_back(
            fmt::format("shocks: nothing -> {}", ShockOf{shock, right.declarations}.text()));
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
    compare_values(lines, left.content(), right.content(), of_rounding);
    compare_tables(lines, left.content(), right.content());
    compare_shocks(lines, left.content(), right.content());
    return lines;
}

std::vector<std::string> differences_beside_shocks(Scenario const& left, Scenario const& right)
{
    Lines lines;
    compare_values(lines, left.content(), right.content(), exactly);
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
