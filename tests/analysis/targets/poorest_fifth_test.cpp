// SPDX-License-Identifier: MIT
#include "analysis/targets/poorest_fifth.hpp"

#include <gtest/gtest.h>

#include "agents/options/person_money.hpp"

#include "tests/analysis/targets/world_of_targets.hpp"

namespace kochmon
{
namespace
{
using tests::WorldOfTargets;

/// Whether each household is of the poorest fifth of its country: fewer than a fifth have less, or
/// as much and stand before it. `cash`: of a household, its first member given.
template <class Cash>
std::vector<bool> poor_households(Simulation const& world, Cash cash)
{
    Households const& households = world.population().households;
    std::vector<std::int64_t> means;  // of the first country, which stands first
    for (std::size_t one = 0; one < households.size(); ++one)
    {
        if (origin_country(households.region[one]) != first_country) continue;
        std::size_t const member = households.first_member[one];
        HouseholdMeans const seen = household_means(world.society(), world.population(), member);
        means.push_back((cash(one, seen) + seen.income * 6).count());
    }
    std::vector<bool> poor(households.size());
    for (std::size_t one = 0; one < means.size(); ++one)
    {
        std::size_t poorer = 0;
        for (std::size_t other = 0; other < means.size(); ++other)
            poorer += means[other] < means[one] || (means[other] == means[one] && other < one);
        poor[one] = poorer < means.size() / 5;
    }
    return poor;
}

/// Rows of who has never been abroad, in these households.
std::vector<std::uint32_t> who_never_left(Simulation const& world, std::vector<bool> const& poor)
{
    Persons const& persons = world.population().persons;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < persons.size(); ++row)
        if (poor[persons[row].household] && persons[row].trips == 0) rows.push_back(row);
    return rows;
}

std::int64_t who_has_left(Simulation const& world, std::vector<std::uint32_t> const& rows,
                          int trips = 1)
{
    return std::ranges::count_if(
        rows, [&](std::uint32_t row) { return world.population().persons[row].trips >= trips; });
}
}  // namespace

// From 2010-09 on, when most accounts were last settled in January; Tajikistan is poor too.
TEST(PoorestFifth, counts_the_first_departures_of_a_fifth_of_the_households_once)
{
    Scenario const scenario =
        WorldOfTargets{.set = {"origins.tajikistan.included=true", "rules.joining.family=2 %/year"},
                       .persons = "9000",
                       .months = 60}
            .scenario();
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
    world.keep_diary();
    while (world.month() < Month::of(2010, 9)) world.advance();
    auto const poor = who_never_left(
        world, poor_households(world, [](auto, auto const& seen) { return seen.cash; }));
    auto const by_old_accounts = who_never_left(
        world, poor_households(world, [&](std::size_t one, auto const&)
                               { return Kopecks(world.population().households.cash[one]); }));
    std::vector<bool> const everybody(world.population().households.size(), true);
    auto const all = who_never_left(world, everybody);
    PoorestFifth const fifth(world);
    std::vector<std::uint8_t> departed;
    std::int64_t counted = 0;
    while (!world.ended())
    {
        world.advance();
        counted += fifth.first_departures(world, departed);
        ASSERT_EQ(counted, who_has_left(world, poor)) << world.month().text();
    }
    // The test must be able to see each of these.
    EXPECT_GT(counted, 20);
    EXPECT_GT(who_has_left(world, poor, 2), 0) << "nobody left twice";
    EXPECT_NE(counted, who_has_left(world, by_old_accounts));
    EXPECT_GT(who_has_left(world, all), 2 * counted);
}
}  // namespace kochmon
