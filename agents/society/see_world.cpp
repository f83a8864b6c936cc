// SPDX-License-Identifier: MIT
#include "agents/society/see_world.hpp"

#include "agents/society/small_areas.hpp"

namespace kochmon
{
namespace
{
double share_of(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::int64_t persons_at(ByRegion<ByPlace<std::int64_t>> const& stock, Place place)
{
    std::int64_t persons = 0;
    for (auto const& of_region : stock) persons += of_region[index(place)];
    return persons;
}

/// What can be seen of the last month.
struct Seen
{
    Corridor const& corridor;
    Stocks const& stocks;
    double weight;

    double workers_at(Place place) const
    {
        return static_cast<double>(persons_at(stocks.foreign_workers, place)) * weight;
    }
};

// Most persons have no kin abroad: their ties are those of everybody of the region.
void see_ties(World& world, TiesParameters const& rule, Region region)
{
    std::size_t const from = index(region);
    world.region_ties[from] = ties_to_region(
        rule, {.share = world.region_share[from], .citizens = world.naturalized_share[from]});
    world.kinless_ties[from] = ties(rule, {}, world.region_ties[from]);
    for (Place const place : rule.destinations)
        world.kinless_unmet[from][index(place)] =
            unmet_ties(rule, world.kinless_ties[from][index(place)]);
}

void see_people(World& world, TiesParameters const& ties, Seen const& seen)
{
    auto const& [corridor, stocks, weight] = seen;
    world.region_share = shares_abroad(corridor, stocks.adults, stocks.adults_at);
    for (Region const region : corridor.regions())
        for (Place const place : corridor.places())
        {
            std::size_t const from = index(region);
            std::size_t const at = index(place);
            world.regular_share[from][at] =
                share_of(stocks.regular_workers[from][at], stocks.foreign_workers[from][at]);
            world.naturalized_share[from][at] =
                share_of(stocks.naturalized[from][at], stocks.adults_at[from][at]);
        }
    world.kinless_half_way = ties.half_way;
    for (Region const region : corridor.regions()) see_ties(world, ties, region);
}

void see_checks(World& world, CheckLaw const& law, Seen const& seen)
{
    for (Place const place : seen.corridor.destinations())
    {
        std::int64_t const irregular = persons_at(seen.stocks.foreign_workers, place) -
                                       persons_at(seen.stocks.regular_workers, place);
        double const persons = static_cast<double>(irregular) * seen.weight;
        world.check_hazard[index(place)] = law.hazard_at(place, persons).value();
    }
}

// Believed wages follow actual ones; in the first month they are equal.
void see_wages(World& world, ModelParameters const& parameters, Seen const& seen)
{
    MarketParameters const& markets = parameters.markets;
    for (Place const place : seen.corridor.destinations())
    {
        double const workers = seen.workers_at(place);
        double const actual = markets.wage[index(place)].roubles() *
                              parameters.labour_market.wage_factor(place, workers);
        double const gap = actual - world.believed_wage[index(place)];
        if (!world.seen_before)
            world.believed_wage[index(place)] = actual;
        else
            world.believed_wage[index(place)] += markets.belief_weight * gap;
        world.wage[index(place)] = actual;
    }
    world.seen_before = true;
}

void see_lodging(World& world, ModelParameters const& parameters, Seen const& seen)
{
    MarketParameters const& markets = parameters.markets;
    for (Place const place : seen.corridor.destinations())
    {
        double const workers = seen.workers_at(place);
        double const factor = parameters.labour_market.lodging_factor(place, workers);
        world.first_bed[index(place)] = scaled(markets.first_bed[index(place)], factor);
        world.living[index(place)] =
            scaled(markets.lodging[index(place)], factor) + markets.food[index(place)];
    }
}

// What a job pays that is not found yet: the mean over the sectors, for each kind of learning.
void see_jobs(World& world, ModelParameters const& parameters)
{
    for (std::size_t group = 0; group < learning_groups; ++group)
    {
        Learning const learning = learning_of_group(group);
        BySector<double> const chances = parameters.sectors.chances(learning);
        double pay = 0.0;
        for (std::size_t k = 0; k < sector_count; ++k)
            pay += chances[k] * parameters.labour_market.sector_wage[k] *
                   parameters.pay.of_job(static_cast<Sector>(k), learning, 0);
        world.sector_chance[group] = chances;
        world.in_household[group] = parameters.sectors.with_household(chances);
        world.expected_pay[group] = pay;
    }
}
}  // namespace

void see_world(World& world, ModelParameters const& parameters, Corridor const& corridor,
               Stocks const& last_month, double weight)
{
    Seen const seen{corridor, last_month, weight};
    AttentionParameters const& attention = parameters.attention;
    see_wages(world, parameters, seen);
    see_lodging(world, parameters, seen);
    see_jobs(world, parameters);
    see_people(world, parameters.ties, seen);
    see_checks(world, parameters.checks, seen);
    world.season = season_factor(attention, world.month);
    world.attention_at_home = attention_threshold(attention.at_home.value() * world.season);
    world.attention_abroad = attention_threshold(attention.abroad.value());
    world.joining_at_home = attention_threshold(most_joining(parameters.joining));
}
}  // namespace kochmon
