// SPDX-License-Identifier: MIT
#include "analysis/sweep/worlds_in_time.hpp"

#include <gmock/gmock.h>

namespace kochmon
{
namespace
{
using testing::ElementsAre;

RunSettings const six_months{.start = Month::of(2010, 1), .warm_up = 2, .months = 4};

Course from(int month, std::optional<std::size_t> stem = {})
{
    return {.onset = {Month::of(2010, month), false}, .stem = stem};
}
}  // namespace

TEST(WorldsInTime, are_the_base_and_those_that_have_parted)
{
    std::vector<Course> const courses = {from(3), from(5), {}};
    EXPECT_THAT(worlds_in_time(six_months, courses, true), ElementsAre(1, 1, 2, 2, 3, 3));
    EXPECT_THAT(worlds_in_time(six_months, courses, false), ElementsAre(1, 1, 2, 2, 3, 3));
}

TEST(WorldsInTime, leave_the_base_when_nobody_shares_it)
{
    std::vector<Course> const courses = {from(1), from(3), from(4, 1)};
    EXPECT_THAT(worlds_in_time(six_months, courses, false), ElementsAre(2, 2, 2, 3, 3, 3));
    EXPECT_THAT(worlds_in_time(six_months, courses, true), ElementsAre(2, 2, 3, 4, 4, 4));
}

TEST(WorldsInTime, have_those_with_a_start_of_their_own_from_the_first_month)
{
    std::vector<Course> const courses = {{.onset = {Month::of(2010, 4), true}}};
    EXPECT_THAT(worlds_in_time(six_months, courses, false), ElementsAre(1, 1, 1, 1, 1, 1));
}
}  // namespace kochmon
