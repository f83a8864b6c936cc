// SPDX-License-Identifier: MIT
#include "agents/rules/ties.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
TiesParameters ties_of_tests()
{
    TiesParameters parameters;
    parameters.destinations = kyrgyz_corridor()->destinations();
    parameters.region_weight = 5.0;
    parameters.half_way = 1.5;
    parameters.other_main = 0.5;
    parameters.work_without = 0.3;
    parameters.cost_with_many = 0.6;
    return parameters;
}

double unmet(double ties)
{
    return unmet_ties(ties_of_tests(), ties);
}

// At each place alone they are what they are at all.
ByPlace<double> ties_with(TiesParameters const& parameters, ByPlace<std::uint8_t> const& members,
                          RegionAbroad const& region)
{
    ByPlace<double> const to_region = ties_to_region(parameters, region);
    ByPlace<double> const all = ties(parameters, members, to_region);
    for (Place const place : parameters.destinations)
        EXPECT_EQ(ties_at(parameters, members, to_region, place), all[index(place)]);
    return all;
}
}  // namespace

TEST(Ties, count_members_and_the_regions_share_and_half_of_the_other_russian_ones)
{
    ByPlace<std::uint8_t> members{};
    members[index(destinations::moscow)] = 2;
    ByPlace<double> share{};
    share[index(destinations::st_petersburg)] = 0.1;
    share[index(destinations::kazakhstan)] = 0.02;
    ByPlace<double> const citizens{};
    ByPlace<double> const known =
        ties_with(ties_of_tests(), members, {.share = share, .citizens = citizens});
    // Moscow 2, St Petersburg 5 x 0.1 = 0.5, rest 0: Moscow + 0.5 x 0.5, St P. + 0.5 x 2, rest
    // half.
    EXPECT_DOUBLE_EQ(known[index(destinations::moscow)], 2.25);
    EXPECT_DOUBLE_EQ(known[index(destinations::st_petersburg)], 1.5);
    EXPECT_DOUBLE_EQ(known[index(destinations::rest_of_russia)], 1.25);
    EXPECT_DOUBLE_EQ(known[index(destinations::kazakhstan)], 0.1);
    EXPECT_EQ(known[index(Place::home)], 0.0);
}

// Half of the region's people in Kazakhstan are citizens there, all of those in St Petersburg.
TEST(Ties, to_those_of_the_region_who_became_citizens_count_in_part_and_members_in_full)
{
    ByPlace<std::uint8_t> members{};
    members[index(destinations::kazakhstan)] = 1;
    ByPlace<double> share{};
    share[index(destinations::kazakhstan)] = 0.1;
    share[index(destinations::st_petersburg)] = 0.1;
    ByPlace<double> citizens{};
    citizens[index(destinations::kazakhstan)] = 0.5;
    citizens[index(destinations::st_petersburg)] = 1.0;
    TiesParameters parameters = ties_of_tests();
    parameters.of_citizens = 0.4;
    ByPlace<double> const known =
        ties_with(parameters, members, {.share = share, .citizens = citizens});
    // 1 + 5 x 0.1 x (1 - 0.6 x 0.5), 5 x 0.1 x 0.4 and, in Moscow, half of that
    EXPECT_DOUBLE_EQ(known[index(destinations::kazakhstan)], 1.35);
    EXPECT_DOUBLE_EQ(known[index(destinations::st_petersburg)], 0.2);
    EXPECT_DOUBLE_EQ(known[index(destinations::moscow)], 0.1);
    parameters.of_citizens = 1.0;
    EXPECT_DOUBLE_EQ(
        ties_with(parameters, members,
                  {.share = share, .citizens = citizens})[index(destinations::kazakhstan)],
        1.5);
}

TEST(Ties, chance_of_work_starts_at_p0_and_rises_to_one)
{
    EXPECT_DOUBLE_EQ(chance_of_work(ties_of_tests(), unmet(0.0)), 0.3);
    EXPECT_NEAR(chance_of_work(ties_of_tests(), unmet(1.5)), 0.3 + 0.7 * (1.0 - std::exp(-1.0)),
                1e-15);
    EXPECT_NEAR(chance_of_work(ties_of_tests(), unmet(1000.0)), 1.0, 1e-12);
}

TEST(Ties, search_cost_falls_from_all_to_kmin)
{
    EXPECT_DOUBLE_EQ(search_cost_factor(ties_of_tests(), unmet(0.0)), 1.0);
    EXPECT_NEAR(search_cost_factor(ties_of_tests(), unmet(1.5)), 0.6 + 0.4 * std::exp(-1.0), 1e-15);
    EXPECT_NEAR(search_cost_factor(ties_of_tests(), unmet(1000.0)), 0.6, 1e-12);
}
}  // namespace kochmon
