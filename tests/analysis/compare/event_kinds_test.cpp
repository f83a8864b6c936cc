// SPDX-License-Identifier: MIT
#include "analysis/compare/event_kinds.hpp"

#include <utility>

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
// Where both worlds of a pair have an event in the month, lives part at the earlier one.
TEST(EventsOfLives, come_in_the_order_of_the_month)
{
    for (auto const& [earlier, later] :
         {std::pair(Count::deaths, Count::released),
          std::pair(Count::learnt_language, Count::checks),
          std::pair(Count::checks, Count::consular_registrations),
          std::pair(Count::permits_sought, Count::permits_granted),
          std::pair(Count::placements_sought, Count::returns),
          std::pair(Count::permits_granted, Count::returns),
          std::pair(Count::departures_to_join, Count::permits_bought),
          std::pair(Count::permits_bought, Count::moved_in),
          std::pair(Count::turned_back, Count::departures)})
    {
        EXPECT_TRUE(comes_before(*event_of(earlier), *event_of(later))) << event_of(later)->name;
        EXPECT_FALSE(comes_before(*event_of(later), *event_of(earlier))) << event_of(later)->name;
    }
}

// A point that no place in the month is given to would be at the place of another.
TEST(EventsOfLives, of_two_points_are_one_before_the_other)
{
    for (std::size_t j = 0; j < count_kinds; ++j)
        for (std::size_t k = 0; k < count_kinds; ++k)
        {
            CountedEvent const* const one = event_of(static_cast<Count>(j));
            CountedEvent const* const other = event_of(static_cast<Count>(k));
            if (one == nullptr || other == nullptr) continue;
            bool const is_same =
                one->point == other->point && one->is_carried_out == other->is_carried_out;
            EXPECT_EQ(comes_before(*one, *other) || comes_before(*other, *one), !is_same)
                << one->name << ' ' << other->name;
        }
}

TEST(EventsOfLives, are_none_where_no_lives_part)
{
    for (Count const kind : {Count::living, Count::considered_leaving, Count::months_abroad})
        EXPECT_EQ(event_of(kind), nullptr);
}
}  // namespace
}  // namespace kochmon
