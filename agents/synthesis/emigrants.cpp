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

// Part of a country that lives in its south.
double share_of_south(Scenario const& scenario, Country country)
{
    ByRegion<double> const shares = region_shares_at_start(scenario, country);
    double share = 0.0;
    for (std::size_t region = 0; region < region_count; ++region)
        if (is_southern(static_cast<Region>(region))) share += shares[region];
    return share;
}
}  // namespace

std::string message(TooMany const& wrong)
{
    std::string const at = path_of_start(wrong.country) + "start.";
    std::string const south =
        has_a_south(wrong.country) ? fmt::format(", or another {}southern", at) : std::string();
    return fmt::format(
        "{0}foreigners: with {0}naturalized {1:.0f} persons{2} are to be abroad, but only {3:.0f} "
        "are aged {4} to {5}; expected smaller stocks{6}",
        at, wrong.emigrants, wrong.from.empty() ? "" : " from " + wrong.from, wrong.adults,
        age_abroad.from, age_abroad.above - 1, south);
}

void check_emigrants(Scenario const& scenario, Country country)
{
    Month const start = scenario.settings().start;
    StartParameters beginning;
    read(beginning, scenario, start);
    StockParameters const& stock = beginning.stock[index(country)];
    double const emigrants = stock.foreigners + stock.naturalized;
    double const adults = adults_of(scenario, country);
    double const south = share_of_south(scenario, country);
    bool const told_apart = has_a_south(country);
    auto const demand = [&](std::string const& from, double to_be_abroad, double candidates)
    {
        if (to_be_abroad <= candidates) return;
        throw ScenarioError(fmt::format(
            "{}: {}", scenario.place(path_of_start(country) + "start.foreigners", start),
            message({country, from, to_be_abroad, candidates})));
    };
    if (told_apart) demand("the south", emigrants * stock.southern.value(), adults * south);
    demand(told_apart ? "elsewhere" : "", emigrants * (1.0 - stock.southern.value()),
           adults * (1.0 - south));
}
}  // namespace kochmon
