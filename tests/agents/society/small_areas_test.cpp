// SPDX-License-Identifier: MIT
#include "agents/society/small_areas.hpp"

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using Adults = ByRegion<std::int64_t>;
using Away = ByRegion<ByPlace<std::int64_t>>;

constexpr std::size_t in_osh = index(regions::osh);
constexpr std::size_t in_talas = index(regions::talas);
constexpr std::size_t in_chuy = index(regions::chuy);
constexpr std::size_t in_kazakhstan = index(destinations::kazakhstan);

TEST(SharesAbroad, of_one_region_are_what_is_seen)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = 200;
    away[in_osh][in_kazakhstan] = 30;
    EXPECT_EQ(shares_abroad(*kyrgyz_corridor(), adults, away)[in_osh][in_kazakhstan], 0.15);
}

TEST(SharesAbroad, that_differ_no_more_than_by_chance_are_those_of_the_country)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = adults[in_talas] = 100;
    away[in_osh][in_kazakhstan] = 2;
    away[in_talas][in_kazakhstan] = 4;
    auto const shares = shares_abroad(*kyrgyz_corridor(), adults, away);
    EXPECT_DOUBLE_EQ(shares[in_osh][in_kazakhstan], 0.03);
    EXPECT_DOUBLE_EQ(shares[in_talas][in_kazakhstan], 0.03);
}

// By hand: mean 0.2, by chance 0.16 an agent; apart 100 x 0.01 + 100 x 0.01 = 2; between
// (2 - 0.16) / (200 - 100) = 0.0184; of its own difference a region keeps 0.0184 / 0.02.
TEST(SharesAbroad, keep_of_their_difference_what_is_more_than_chance)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = adults[in_talas] = 100;
    away[in_osh][in_kazakhstan] = 30;
    away[in_talas][in_kazakhstan] = 10;
    auto const shares = shares_abroad(*kyrgyz_corridor(), adults, away);
    EXPECT_NEAR(shares[in_osh][in_kazakhstan], 0.2 + 0.92 * 0.1, 1e-15);
    EXPECT_NEAR(shares[in_talas][in_kazakhstan], 0.2 - 0.92 * 0.1, 1e-15);
}

TEST(SharesAbroad, of_a_whole_population_are_what_is_seen_but_for_a_part_in_a_thousand)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = 800'000;
    adults[in_talas] = 150'000;
    adults[in_chuy] = 500'000;
    away[in_osh][in_kazakhstan] = 4'000;
    away[in_talas][in_kazakhstan] = 1'500;
    away[in_chuy][in_kazakhstan] = 10'000;
    auto const shares = shares_abroad(*kyrgyz_corridor(), adults, away);
    for (std::size_t const region : {in_osh, in_talas, in_chuy})
    {
        double const seen =
            static_cast<double>(away[region][in_kazakhstan]) / static_cast<double>(adults[region]);
        EXPECT_NEAR(shares[region][in_kazakhstan], seen, 1e-3 * seen);
    }
}

TEST(SharesAbroad, of_nobody_and_of_everybody_are_nought_and_one)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = adults[in_talas] = 10;
    away[in_osh][in_kazakhstan] = away[in_talas][in_kazakhstan] = 10;
    auto const shares = shares_abroad(*kyrgyz_corridor(), adults, away);
    EXPECT_EQ(shares[in_osh][in_kazakhstan], 1.0);
    EXPECT_EQ(shares[in_talas][index(destinations::moscow)], 0.0);
    EXPECT_EQ(shares[in_chuy][in_kazakhstan], 0.0);  // where nobody lives
}

TEST(SharesAbroad, of_another_country_do_not_count)
{
    Adults adults{};
    Away away{};
    adults[in_osh] = adults[in_talas] = 100;
    away[in_osh][in_kazakhstan] = 2;
    away[in_talas][in_kazakhstan] = 4;
    auto const alone = shares_abroad(*kyrgyz_corridor(), adults, away);
    adults[index(regions::uzbekistan)] = 1000;
    away[index(regions::uzbekistan)][in_kazakhstan] = 500;
    auto const beside = shares_abroad(*kyrgyz_corridor(), adults, away);
    EXPECT_EQ(alone[in_osh][in_kazakhstan], beside[in_osh][in_kazakhstan]);
    EXPECT_EQ(beside[index(regions::uzbekistan)][in_kazakhstan], 0.5);
}
}  // namespace
}  // namespace kochmon
