// SPDX-License-Identifier: MIT
#include "agents/synthesis/emigrants.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/synthesis/census.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
namespace
{
// Ages within a group are uniform.
double of_that_age(AgeSexCell const& cell)
{
    int const from = std::max(cell.age_from, age_abroad.from);
    int const above = std::min(cell.age_to + 1, age_abroad.above);
    double const width = cell.age_to + 1 - cell.age_from;
    return cell.persons * std::max(above - from, 0) / width;
}

double adults_of(Scenario const& scenario, Country country)
{
    double adults = 0.0;
    for (AgeSexCell const& cell : pyramid_at_start(scenario, country)) adults += of_that_age(cell);
    return adults;
}

// Part of a country that lives in the regions told apart.
double share_told_apart(Scenario const& scenario, Country country)
{
    ByRegion<double> const shares = region_shares_at_start(scenario, country);
    double share = 0.0;
    for (Region const region : scenario.corridor().told_apart(country).regions)
        share += shares[index(region)];
    return share;
}
}  // namespace

std::string message(Corridor const& corridor, TooMany const& wrong)
{
    std::string const at = path_of_start(corridor, wrong.country) + "start.";
    std::string const or_another =
        corridor.tells_apart(wrong.country)
            ? fmt::format(", or another {}{}", at, corridor.told_apart(wrong.country).key)
            : std::string();
    return fmt::format(
        "{0}foreigners: with {0}naturalized {1:.0f} persons{2} are to be abroad, but only {3:.0f} "
        "are aged {4} to {5}; expected smaller stocks{6}",
        at, wrong.emigrants, wrong.from.empty() ? "" : " from " + wrong.from, wrong.adults,
        age_abroad.from, age_abroad.above - 1, or_another);
}

void check_emigrants(Scenario const& scenario, Country country)
{
    Month const start = scenario.settings().start;
    StartParameters beginning;
    read(beginning, scenario, start);
    StockParameters const& stock = beginning.stock[index(country)];
    double const emigrants = stock.foreigners + stock.naturalized;
    double const adults = adults_of(scenario, country);
    double const apart = share_told_apart(scenario, country);
    Corridor const& corridor = scenario.corridor();
    bool const told_apart = corridor.tells_apart(country);
    auto const demand = [&](std::string const& from, double to_be_abroad, double candidates)
    {
        if (to_be_abroad <= candidates) return;
        throw ScenarioError(fmt::format(
            "{}: {}", scenario.place(path_of_start(corridor, country) + "start.foreigners", start),
            message(corridor, {country, from, to_be_abroad, candidates})));
    };
    if (told_apart)
        demand("the " + corridor.told_apart(country).group, emigrants * stock.told_apart.value(),
               adults * apart);
    demand(told_apart ? "elsewhere" : "", emigrants * (1.0 - stock.told_apart.value()),
           adults * (1.0 - apart));
}
}  // namespace kochmon
