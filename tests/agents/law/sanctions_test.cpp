// SPDX-License-Identifier: MIT
#include "agents/law/sanctions.hpp"

#include <array>

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

SanctionLaw sanction_law_of(double deported, double expelled, double repeat)
{
    SanctionLaw law;
    std::size_t const at = index(russia);
    law.fine[at] = Kopecks::from_roubles(3000.0);
    law.deportation_share[at] = Share(deported);
    law.expulsion_share[at] = Share(expelled);
    law.repeat_factor[at] = repeat;
    law.deportation_ban[at] = 12;
    law.expulsion_ban[at] = 60;
    law.custody[at] = 14.0 / 30.0;
    return law;
}

constexpr Record soiled{.soiled = true};
}  // namespace

TEST(SanctionLaw, a_soiled_record_makes_expulsion_likelier_and_deportation_no_less)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    // Expelled up to 3 x 0.04 = 0.12, deported up to 0.18
    EXPECT_EQ(law.sanction(russia, soiled, 0.1199), Sanction::expulsion);
    EXPECT_EQ(law.sanction(russia, soiled, 0.1201), Sanction::deportation);
    EXPECT_EQ(law.sanction(russia, soiled, 0.1799), Sanction::deportation);
    EXPECT_EQ(law.sanction(russia, soiled, 0.1801), Sanction::fine);
    EXPECT_EQ(law.sanction(russia, Record{}, 0.0401), Sanction::deportation);
}

TEST(SanctionLaw, whoever_is_expelled_with_a_clean_record_is_expelled_with_a_soiled_one)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    for (int k = 0; k < 1000; ++k)
    {
        double const u = (k + 0.5) / 1000.0;
        EXPECT_GE(law.sanction(russia, soiled, u), law.sanction(russia, Record{}, u)) << u;
    }
}

TEST(SanctionLaw, shares_never_exceed_all_who_are_found)
{
    SanctionLaw const law = sanction_law_of(0.4, 0.3, 5.0);
    // 5 x 0.3 = 1.5, but only 1 - 0.4 = 0.6 is left
    EXPECT_EQ(law.sanction(russia, soiled, 0.5999), Sanction::expulsion);
    EXPECT_EQ(law.sanction(russia, soiled, 0.6001), Sanction::deportation);
    EXPECT_EQ(law.sanction(russia, soiled, 0.9999), Sanction::deportation);
}

TEST(SanctionLaw, a_first_violation_under_free_movement_is_fined_and_a_second_one_climbs)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    Record const first{.soiled = false, .free_movement = true};
    Record const second{.soiled = true, .free_movement = true};
    EXPECT_EQ(law.sanction(russia, first, 0.0001), Sanction::fine);
    EXPECT_EQ(law.sanction(russia, second, 0.0001), Sanction::expulsion);
    EXPECT_EQ(law.sanction(russia, second, 0.1201), Sanction::deportation);
    EXPECT_EQ(law.sanction(russia, second, 0.1801), Sanction::fine);
}

TEST(SanctionLaw, custody_takes_one_to_the_longest_days_each_as_likely)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    std::array<int, 15> times{};
    for (int k = 0; k < 1400; ++k)
        ++times.at(static_cast<std::size_t>(law.custody_days(russia, (k + 0.5) / 1400.0)));
    EXPECT_EQ(times[0], 0);
    // 1,400 draws evenly apart over 14 days
    for (std::size_t days = 1; days <= 14; ++days) EXPECT_EQ(times[days], 100) << days;
    EXPECT_EQ(law.custody_days(russia, 0x1p-33), 1) << "the lowest draw there is";
    EXPECT_EQ(law.custody_days(russia, 1.0 - 0x1p-33), 14) << "the highest";
}

TEST(SanctionLaw, custody_is_never_longer_than_the_law_allows)
{
    SanctionLaw law = sanction_law_of(0.06, 0.04, 3.0);
    law.custody[index(russia)] = most_custody;
    EXPECT_EQ(law.custody_days(russia, 1.0 - 0x1p-33), 14);
    law.custody[index(russia)] = 1.0 / 30.0;
    EXPECT_EQ(law.custody_days(russia, 1.0 - 0x1p-33), 1);
}

TEST(SanctionLaw, mean_custody_is_the_mean_of_the_days_drawn)
{
    SanctionLaw law = sanction_law_of(0.06, 0.04, 3.0);
    // (1 + 14) / 2 = 7.5 days
    EXPECT_DOUBLE_EQ(law.mean_custody(russia), 0.25);
    law.custody[index(russia)] = 1.0 / 30.0;
    EXPECT_DOUBLE_EQ(law.mean_custody(russia), 1.0 / 30.0);
    law.custody[index(russia)] = 0.0;
    EXPECT_EQ(law.mean_custody(russia), 0.0);
    EXPECT_EQ(law.custody_days(russia, 0.999), 0) << "no custody in the law";
}

TEST(SanctionLaw, each_ban_expected_ends_with_the_horizon)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    // 0.06 x 12 + 0.04 x 60; x min(60, 20); x min(12, 10) + min(60, 10)
    EXPECT_NEAR(law.expected_ban(russia, 100.0), 3.12, 1e-12);
    EXPECT_NEAR(law.expected_ban(russia, 20.0), 1.52, 1e-12);
    EXPECT_NEAR(law.expected_ban(russia, 10.0), 1.0, 1e-12);
}

TEST(SanctionLaw, expected_loss_adds_fine_custody_and_what_the_ban_forgoes)
{
    SanctionLaw const law = sanction_law_of(0.06, 0.04, 3.0);
    // 0.9 x 3,000 + 0.1 x 0.25 x 20,000 + 1.52 x 7,500 = 2,700 + 500 + 11,400
    EXPECT_NEAR(law.expected_loss(russia, 20'000.0, 7'500.0, 20.0), 14'600.0, 1e-8);
    // Nothing forgone: the fine and custody alone
    EXPECT_NEAR(law.expected_loss(russia, 20'000.0, 0.0, 20.0), 3'200.0, 1e-8);
    // Nobody removed
    EXPECT_NEAR(sanction_law_of(0.0, 0.0, 3.0).expected_loss(russia, 20'000.0, 7'500.0, 20.0),
                3'000.0, 1e-8);
}
}  // namespace kochmon
