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

void see_people(World& world, Stocks const& stocks)
{
    world.region_share = shares_abroad(stocks.adults, stocks.adults_at);
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t place = 0; place < place_count; ++place)
        {
            world.regular_share[region][place] = share_of(stocks.regular_workers[region][place],
                                                          stocks.foreign_workers[region][place]);
            world.naturalized_share[region][place] =
                share_of(stocks.naturalized[region][place], stocks.adults_at[region][place]);
        }
}

void see_checks(World& world, CheckLaw const& law, Stocks const& stocks, double weight)
{
    for (std::size_t place = 1; place < place_count; ++place)
    {
        std::int64_t irregular = 0;
        for (std::size_t region = 0; region < region_count; ++region)
            irregular +=
                stocks.foreign_workers[region][place] - stocks.regular_workers[region][place];
        double const persons = static_cast<double>(irregular) * weight;
        world.check_hazard[place] = law.hazard_at(static_cast<Place>(place), persons).value();
    }
}

std::int64_t workers_at(Stocks const& stocks, std::size_t place)
{
    std::int64_t workers = 0;
    for (std::size_t region = 0; region < region_count; ++region)
        workers += stocks.foreign_workers[region][place];
    return workers;
}

// Believed wages follow actual ones; in the first month they are equal.
void see_wages(World& world, ModelParameters const& parameters, Stocks const& stocks, double weight)
{
    MarketParameters const& markets = parameters.markets;
    for (std::size_t place = 1; place < place_count; ++place)
    {
        double const workers = static_cast<double>(workers_at(stocks, place)) * weight;
        double const actual =
            markets.wage[place].roubles() *
            parameters.labour_market.wage_factor(static_cast<Place>(place), workers);
        double const gap = actual - world.believed_wage[place];
        if (!world.seen_before)
            world.believed_wage[place] = actual;
        else
            world.believed_wage[place] += markets.belief_weight * gap;
        world.wage[place] = actual;
    }
    world.seen_before = true;
}

void see_lodging(World& world, ModelParameters const& parameters, Stocks const& stocks,
                 double weight)
{
    MarketParameters const& markets = parameters.markets;
    for (std::size_t place = 1; place < place_count; ++place)
    {
        double const workers = static_cast<double>(workers_at(stocks, place)) * weight;
        double const factor =
            parameters.labour_market.lodging_factor(static_cast<Place>(place), workers);
        world.first_bed[place] = scaled(markets.first_bed[place], factor);
        world.living[place] = scaled(markets.lodging[place], factor) + markets.food[place];
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

void see_world(World& world, ModelParameters const& parameters, Stocks const& last_month,
               double weight)
{
    AttentionParameters const& attention = parameters.attention;
    see_wages(world, parameters, last_month, weight);
    see_lodging(world, parameters, last_month, weight);
    see_jobs(world, parameters);
    see_people(world, last_month);
    see_checks(world, parameters.checks, last_month, weight);
    world.season = season_factor(attention, world.month);
    world.attention_at_home = attention_threshold(attention.at_home.value() * world.season);
    world.attention_abroad = attention_threshold(attention.abroad.value());
    world.joining_at_home = attention_threshold(most_joining(parameters.joining));
}
}  // namespace kochmon
