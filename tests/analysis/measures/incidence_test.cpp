// SPDX-License-Identifier: MIT
#include "analysis/measures/incidence.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t cell_of_incidence =
    kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);

/// One year of the stay: person-months at risk and how stays ended in them.
struct Year
{
    std::int64_t months;
    std::int64_t naturalized;
    std::int64_t left;
    std::int64_t died;
};

void count(Tally& tally, std::size_t year, Year const& of)
{
    tally.count(StayCount::months, year, cell_of_incidence, of.months);
    tally.count(StayCount::naturalized, year, cell_of_incidence, of.naturalized);
    tally.count(StayCount::left, year, cell_of_incidence, of.left);
    tally.count(StayCount::died, year, cell_of_incidence, of.died);
}

TEST(Incidence, shares_the_ends_of_stays_among_those_that_compete)
{
    Tally tally = kyrgyz_tally();
    count(tally, 0, {1200, 2, 7, 1});
    // Hazard 10 / 1200 a month in all, a fifth of it naturalization.
    double const ended = 1.0 - std::exp(-12.0 * 10 / 1200);
    EXPECT_NEAR(*naturalized_within(1, tally, {}), 0.2 * ended, 1e-12);
}

TEST(Incidence, of_later_years_counts_those_who_remain)
{
    Tally tally = kyrgyz_tally();
    count(tally, 0, {1200, 0, 24, 0});
    count(tally, 1, {600, 6, 0, 0});
    count(tally, 2, {600, 0, 0, 0});
    double const remain = std::exp(-12.0 * 24 / 1200);
    EXPECT_NEAR(*naturalized_within(3, tally, {}), remain * (1.0 - std::exp(-12.0 * 6 / 600)),
                1e-12);
}

TEST(Incidence, is_smaller_where_more_return)
{
    Tally few = kyrgyz_tally();
    Tally many = kyrgyz_tally();
    count(few, 0, {1200, 6, 0, 0});
    count(many, 0, {1200, 6, 200, 0});
    EXPECT_LT(*naturalized_within(1, many, {}), *naturalized_within(1, few, {}));
}

TEST(Incidence, is_empty_where_nobody_lived_a_year_that_is_reached)
{
    Tally tally = kyrgyz_tally();
    count(tally, 0, {1200, 2, 7, 1});
    EXPECT_FALSE(naturalized_within(3, tally, {}));
    EXPECT_FALSE(naturalized_within(1, tally, {.origin = regions::naryn}));
}

TEST(Incidence, counts_years_since_the_month_after_the_arrival)
{
    EXPECT_FALSE(year_of_stay(0));
    EXPECT_EQ(*year_of_stay(1), 0U);
    EXPECT_EQ(*year_of_stay(12), 0U);
    EXPECT_EQ(*year_of_stay(13), 1U);
    EXPECT_EQ(*year_of_stay(120), 9U);
    EXPECT_FALSE(year_of_stay(121));
}
}  // namespace
}  // namespace kochmon
