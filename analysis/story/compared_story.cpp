// SPDX-License-Identifier: MIT
#include "analysis/story/compared_story.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/story/compared.hpp"
#include "analysis/story/map.hpp"
#include "analysis/story/scenario_told.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t measures_through_time = 4;

std::size_t through_time(Compared const& told)
{
    return std::min(measures_through_time, told.headlines().size());
}

void tell_rates(Page& page, Compared const& told)
{
    page.section("rates", told.words().text("rates.heading"));
    for (std::size_t k = 0; k < through_time(told); ++k)
        page.add(chart_of_levels(told.headlines()[k], told.base(), told.words()));
}

void tell_policies(Page& page, Compared const& told)
{
    Words const& words = told.words();
    page.section("policies-side-by-side", words.text("policies.heading"));
    page.add(html_of(
        table_of_effects(told, told.headlines(), words("policies.caption", told.last_month()))));
    page.add(chart_of_policies(told.headlines(), words));
}

void tell_effects(Page& page, Compared const& told)
{
    page.section("effects", told.words().text("effects.heading"));
    for (std::size_t k = 0; k < through_time(told); ++k)
        page.add(chart_of_effects(told.headlines()[k], told.words()));
}

/// The base's world in the last month, where the comparison told origins or destinations apart.
void tell_map(Page& page, Compared const& told)
{
    std::vector<PersonsAt> persons;
    for (EffectRow const& row : told.effects().rows_in_all_groups("abroad"))
        if (row.month == told.last_month() && row.policy == told.policies().front() &&
            (row.by == "origin" || row.by == "destination"))
            persons.push_back({row.by, row.group, row.base});
    if (persons.empty()) return;
    page.section("map", told.words().text("map.heading"));
    std::string const title = told.words()("map.title", told.base(), told.last_month());
    for (Chart const& map : maps_of(persons, title, told.words())) page.add(map);
}

void tell_table(Page& page, Compared const& told, std::string const& key,
                std::vector<ToldMeasure> const& measures)
{
    std::vector<ToldRows> const rows = told.rows_of(measures);
    if (rows.empty()) return;
    page.section(key, told.words().text(key + ".heading"));
    page.add(html_of(table_of_effects(told, rows, told.words().text(key + ".caption"))));
}
}  // namespace

std::vector<std::string> policies_in(ResultFolder const& result)
{
    std::vector<std::string> names;
    Json const comparison = result.account().value("comparison", Json::object());
    for (Json const& policy : comparison.value("policies", Json::array()))
        names.push_back(policy.value("scenario", ""));
    return names;
}

void tell_comparison(Page& page, ResultFolder const& result, Words const& words)
{
    Compared const told(result, words);
    page.lead(answer_of(told));
    tell_rates(page, told);
    tell_policies(page, told);
    tell_effects(page, told);
    tell_lives(page, told);
    tell_groups(page, told);
    tell_map(page, told);
    tell_table(page, told, "money", money_measures(words));
    tell_table(page, told, "enforcement", enforcement_measures(words));
    std::vector<PolicyScenario> policies;
    for (std::string const& policy : told.policies())
        if (std::string const file = "policy-" + policy + ".yaml"; result.holds(file))
            policies.emplace_back(policy, scenario_in(result, file));
    tell_differences(page, scenario_in(result), policies, words);
}
}  // namespace kochmon
