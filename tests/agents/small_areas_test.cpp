// SPDX-License-Identifier: MIT
#include "agents/small_areas.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
using Adults = ByRegion<std::int64_t>;
using Away = ByRegion<ByPlace<std::int64_t>>;

constexpr std::size_t osh = index(Region::osh);
constexpr std::size_t talas = index(Region::talas);
constexpr std::size_t chuy = index(Region::chuy);
constexpr std::size_t kazakhstan = index(Place::kazakhstan);

TEST(SharesAbroad, of_one_region_are_what_is_seen)
{
    Adults adults{};
    Away away{};
    adults[osh] = 200;
    away[osh][kazakhstan] = 30;
    EXPECT_EQ(shares_abroad(adults, away)[osh][kazakhstan], 0.15);
}

TEST(SharesAbroad, that_differ_no_more_than_by_chance_are_those_of_the_country)
{
    Adults adults{};
    Away away{};
    adults[osh] = adults[talas] = 100;
    away[osh][kazakhstan] = 2;
    away[talas][kazakhstan] = 4;
    auto const shares = shares_abroad(adults, away);
    EXPECT_DOUBLE_EQ(shares[osh][kazakhstan], 0.03);
    EXPECT_DOUBLE_EQ(shares[talas][kazakhstan], 0.03);
}

// By hand: mean 0.2, by chance 0.16 an agent; apart 100 x 0.01 + 100 x 0.01 = 2; between
// (2 - 0.16) / (200 - 100) = 0.0184; of its own difference a region keeps 0.0184 / 0.02.
TEST(SharesAbroad, keep_of_their_difference_what_is_more_than_chance)
{
    Adults adults{};
    Away away{};
    adults[osh] = adults[talas] = 100;
    away[osh][kazakhstan] = 30;
    away[talas][kazakhstan] = 10;
    auto const shares = shares_abroad(adults, away);
    EXPECT_NEAR(shares[osh][kazakhstan], 0.2 + 0.92 * 0.1, 1e-15);
    EXPECT_NEAR(shares[talas][kazakhstan], 0.2 - 0.92 * 0.1, 1e-15);
}

TEST(SharesAbroad, of_a_whole_population_are_what_is_seen_but_for_a_part_in_a_thousand)
{
    Adults adults{};
    Away away{};
    adults[osh] = 800'000;
    adults[talas] = 150'000;
    adults[chuy] = 500'000;
    away[osh][kazakhstan] = 4'000;
    away[talas][kazakhstan] = 1'500;
    away[chuy][kazakhstan] = 10'000;
    auto const shares = shares_abroad(adults, away);
    for (std::size_t const region : {osh, talas, chuy})
    {
        double const seen =
            static_cast<double>(away[region][kazakhstan]) / static_cast<double>(adults[region]);
        EXPECT_NEAR(shares[region][kazakhstan], seen, 1e-3 * seen);
    }
}

TEST(SharesAbroad, of_nobody_and_of_everybody_are_nought_and_one)
{
    Adults adults{};
    Away away{};
    adults[osh] = adults[talas] = 10;
    away[osh][kazakhstan] = away[talas][kazakhstan] = 10;
    auto const shares = shares_abroad(adults, away);
    EXPECT_EQ(shares[osh][kazakhstan], 1.0);
    EXPECT_EQ(shares[talas][index(Place::moscow)], 0.0);
    EXPECT_EQ(shares[chuy][kazakhstan], 0.0);  // where nobody lives
}

TEST(SharesAbroad, of_another_country_do_not_count)
{
    Adults adults{};
    Away away{};
    adults[osh] = adults[talas] = 100;
    away[osh][kazakhstan] = 2;
    away[talas][kazakhstan] = 4;
    auto const alone = shares_abroad(adults, away);
    adults[index(Region::uzbekistan)] = 1000;
    away[index(Region::uzbekistan)][kazakhstan] = 500;
    auto const beside = shares_abroad(adults, away);
    EXPECT_EQ(alone[osh][kazakhstan], beside[osh][kazakhstan]);
    EXPECT_EQ(beside[index(Region::uzbekistan)][kazakhstan], 0.5);
}
}  // namespace
}  // namespace kochmon
