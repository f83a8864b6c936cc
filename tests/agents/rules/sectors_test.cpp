// SPDX-License-Identifier: MIT
#include "agents/rules/sectors.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/random.hpp"

#include "agents/vocabulary/decision_points.hpp"

#include "tests/agents/exact.hpp"

namespace kochmon
{
namespace
{
using tests::exact;

constexpr int draws_of_sectors = 200'000;

// Sizes in tenths; hospitals ask for Russian and schooling, the rest takes who is left.
SectorParameters sectors_in_round_numbers()
{
    SectorParameters sectors;
    sectors.size = {0.4, 0.3, 0.1, 0.1, 0.1};
    sectors.without_language = {1.0, 0.5, 0.5, 0.25, 2.0};
    sectors.with_profession = {1.5, 1.0, 1.0, 2.0, 1.0};
    sectors.basic = {1.0, 1.0, 1.0, 0.5, 1.0};
    sectors.higher = {0.5, 1.0, 2.0, 3.0, 1.0};
    sectors.by_households = {Share(0.5), Share(0.1), Share(0.0), Share(0.2), Share(1.0)};
    return sectors;
}

void expect_chances(Learning const& learning, BySector<double> const& expected)
{
    BySector<double> const chances = sectors_in_round_numbers().chances(learning);
    for (std::size_t k = 0; k < sector_count; ++k)
        EXPECT_NEAR(chances[k], expected[k], exact) << sector_names[k];
}
}  // namespace

TEST(Sectors, have_their_sizes_for_who_speaks_russian_after_secondary_school)
{
    expect_chances({.language = true, .profession = false, .schooling = Schooling::secondary},
                   {0.4, 0.3, 0.1, 0.1, 0.1});
}

TEST(Sectors, weigh_size_times_factors_of_all_that_is_known)
{
    // 0.4, 0.15, 0.05, 0.025, 0.2 add up to 0.825
    expect_chances({.language = false, .profession = false, .schooling = Schooling::secondary},
                   {0.4 / 0.825, 0.15 / 0.825, 0.05 / 0.825, 0.025 / 0.825, 0.2 / 0.825});
    // 0.3, 0.3, 0.2, 0.6, 0.1 add up to 1.5
    expect_chances({.language = true, .profession = true, .schooling = Schooling::higher},
                   {0.2, 0.2, 0.4 / 3.0, 0.4, 0.2 / 3.0});
    // 0.4 x 1.5, 0.15, 0.05, 0.1 x 0.25 x 2 x 0.5, 0.2 add up to 1.025
    expect_chances({.language = false, .profession = true, .schooling = Schooling::basic},
                   {0.6 / 1.025, 0.15 / 1.025, 0.05 / 1.025, 0.025 / 1.025, 0.2 / 1.025});
}

// With 200,000 draws the bound of 5 standard errors is at most 0.56 points; a bias of 0.9 points
// is found with 99 % power.
TEST(Sectors, are_drawn_with_their_chances)
{
    for (std::size_t group = 0; group < learning_groups; ++group)
    {
        BySector<double> const chances =
            sectors_in_round_numbers().chances(learning_of_group(group));
        BySector<int> found{};
        MonthDraws const luck({7, static_cast<std::uint32_t>(group)}, Month::of(2010, 1));
        for (std::uint64_t person = 0; person < draws_of_sectors; ++person)
        {
            double const u =
                luck.uniform(SubjectKey::person_of_the_start(person), block(DecisionPoint::sector));
            ++found[static_cast<std::size_t>(sector_of(chances, u))];
        }
        for (std::size_t k = 0; k < sector_count; ++k)
        {
            double const error = std::sqrt(chances[k] * (1.0 - chances[k]) / draws_of_sectors);
            EXPECT_NEAR(static_cast<double>(found[k]) / draws_of_sectors, chances[k], 5.0 * error)
                << sector_names[k] << " of group " << group;
        }
    }
}

TEST(Sectors, give_the_work_of_households_by_their_part_in_each)
{
    SectorParameters const sectors = sectors_in_round_numbers();
    // 0.4 x 0.5 + 0.3 x 0.1 + 0.1 x 0 + 0.1 x 0.2 + 0.1 x 1
    EXPECT_NEAR(sectors.with_household({0.4, 0.3, 0.1, 0.1, 0.1}), 0.35, exact);
    EXPECT_NEAR(sectors.with_household({0.0, 0.0, 1.0, 0.0, 0.0}), 0.0, exact);
    EXPECT_NEAR(sectors.with_household({0.0, 0.0, 0.0, 0.0, 1.0}), 1.0, exact);
}

TEST(Sectors, draw_the_employer_below_the_part_of_households)
{
    SectorParameters const sectors = sectors_in_round_numbers();
    EXPECT_EQ(sectors.employer(Sector::trade, 0.0999), Employer::household);
    EXPECT_EQ(sectors.employer(Sector::trade, 0.1), Employer::firm);
    EXPECT_EQ(sectors.employer(Sector::construction, 0.4999), Employer::household);
    EXPECT_EQ(sectors.employer(Sector::construction, 0.5), Employer::firm);
    for (double const u : {0x1p-33, 0.5, 1.0 - 0x1p-33})
    {
        EXPECT_EQ(sectors.employer(Sector::hotels, u), Employer::firm);
        EXPECT_EQ(sectors.employer(Sector::other, u), Employer::household);
    }
}

TEST(Learning, of_every_group_is_its_own)
{
    for (std::size_t group = 0; group < learning_groups; ++group)
        EXPECT_EQ(group_of(learning_of_group(group)), group);
    Learning const learning = learning_of_group(
        group_of({.language = false, .profession = true, .schooling = Schooling::higher}));
    EXPECT_FALSE(learning.language);
    EXPECT_TRUE(learning.profession);
    EXPECT_EQ(learning.schooling, Schooling::higher);
}
}  // namespace kochmon
