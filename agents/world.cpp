// SPDX-License-Identifier: MIT
#include "agents/world.hpp"

#include "agents/parameters.hpp"

namespace kochmon
{
namespace
{
double share_of(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void add_to(ByRegion<ByPlace<std::int64_t>>& sum, ByRegion<ByPlace<std::int64_t>> const& more)
{
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t place = 0; place < place_count; ++place)
            sum[region][place] += more[region][place];
}

void see_people(World& world, Stocks const& stocks)
{
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t place = 0; place < place_count; ++place)
        {
            world.region_share[region][place] =
                share_of(stocks.adults_at[region][place], stocks.adults[region]);
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

// Believed wages follow actual ones; in the first month they are equal.
void see_wages(World& world, MarketParameters const& markets)
{
    for (std::size_t place = 1; place < place_count; ++place)
    {
        double const actual = markets.wage[place].roubles();
        double const gap = actual - world.believed_wage[place];
        if (!world.seen_before)
            world.believed_wage[place] = actual;
        else
            world.believed_wage[place] += markets.belief_weight * gap;
        world.wage[place] = actual;
    }
    world.seen_before = true;
}
}  // namespace

void Stocks::add(Stocks const& other)
{
    for (std::size_t region = 0; region < region_count; ++region)
        adults[region] += other.adults[region];
    add_to(adults_at, other.adults_at);
    add_to(foreign_workers, other.foreign_workers);
    add_to(regular_workers, other.regular_workers);
    add_to(naturalized, other.naturalized);
}

void see_world(World& world, ModelParameters const& parameters, Stocks const& last_month,
               double weight)
{
    AttentionParameters const& attention = parameters.attention;
    see_wages(world, parameters.markets);
    see_people(world, last_month);
    see_checks(world, parameters.checks, last_month, weight);
    world.season = season_factor(attention, world.month);
    world.attention_at_home = attention_threshold(attention.at_home.value() * world.season);
    world.attention_abroad = attention_threshold(attention.abroad.value());
    world.joining_at_home = attention_threshold(most_joining(parameters.joining));
}
}  // namespace kochmon
