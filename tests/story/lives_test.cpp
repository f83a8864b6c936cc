// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/agents/world_of_tests.hpp"

// Follows every person through a run: dates, terms and bans as docs/model.md states them.
namespace kochmon
{
namespace
{
class Lives : public testing::Test
{
  protected:
    // Calls `look(before, now, row, month)` for every person and month.
    template <class Look>
    static void follow(Look look)
    {
        Scenario const scenario = tests::TestWorld{.persons = "20000", .months = 36}.scenario();
        Workers const workers(2);
        Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
        while (!simulation.ended())
        {
            Persons const before = simulation.population().persons;
            Month const month = simulation.month();
            simulation.advance();
            Persons const& now = simulation.population().persons;
            for (std::size_t row = 0; row < now.size(); ++row) look(before, now, row, month);
        }
    }
    static bool departs(Persons const& before, Persons const& now, std::size_t row)
    {
        return before.at_home(row) && !now.at_home(row);
    }
};
}  // namespace

TEST_F(Lives, start_abroad_without_work_in_the_permitted_stay)
{
    int departures = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            if (!departs(before, now, row) || now.work_right[row] == WorkRight::citizen) return;
            ++departures;
            ASSERT_EQ(now.contract[row], Contract::none);
            ASSERT_EQ(now.presence[row], Presence::permitted);
            ASSERT_EQ(now.arrival[row], stamp(month));
        });
    EXPECT_GT(departures, 200);
}

TEST_F(Lives, overstay_from_the_fourth_month_after_arrival_and_not_before)
{
    int overstayed = 0;
    follow(
        [&](Persons const&, Persons const& now, std::size_t row, Month month)
        {
            if (now.at_home(row) || now.work_right[row] != WorkRight::none) return;
            bool const late = month.since_1900() - now.arrival[row] >= 4;
            ASSERT_EQ(now.presence[row] == Presence::overstayed, late);
            overstayed += late;
        });
    EXPECT_GT(overstayed, 1000);
}

TEST_F(Lives, hold_a_permit_for_twelve_months_and_lose_it_in_the_next)
{
    int bought = 0;
    int lapsed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const had = before.work_right[row] == WorkRight::permit;
            bool const has = now.work_right[row] == WorkRight::permit;
            if (has && now.permit_end[row] != before.permit_end[row])
            {
                ++bought;
                ASSERT_EQ(now.permit_end[row], stamp(month + 12));
                ASSERT_TRUE(!had || before.permit_end[row] == stamp(month)) << "renewed too soon";
            }
            if (!had || has || now.at_home(row)) return;
            ++lapsed;
            ASSERT_EQ(before.permit_end[row], stamp(month - 1));
        });
    EXPECT_GT(bought, 500);
    EXPECT_GT(lapsed, 100);
}

TEST_F(Lives, never_enter_a_country_that_bars_them)
{
    int barred = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            MonthStamp const end = before.ban_end[index(Jurisdiction::russia)][row];
            if (end < stamp(month)) return;
            ++barred;
            ASSERT_FALSE(departs(before, now, row) && is_russian(now.place[row]));
        });
    EXPECT_GT(barred, 500);
}

TEST_F(Lives, come_home_with_a_ban_of_the_length_of_the_law_when_removed)
{
    int removed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            MonthStamp const end = now.ban_end[index(Jurisdiction::russia)][row];
            if (end == before.ban_end[index(Jurisdiction::russia)][row]) return;
            ++removed;
            ASSERT_TRUE(now.at_home(row));
            ASSERT_TRUE(end == stamp(month + 12) || end == stamp(month + 60));
        });
    EXPECT_GT(removed, 20);
}

TEST_F(Lives, keep_who_they_are)
{
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month)
        {
            ASSERT_EQ(before.key[row], now.key[row]);
            ASSERT_EQ(before.household[row], now.household[row]);
            ASSERT_EQ(before.birth[row], now.birth[row]);
            ASSERT_EQ(before.attachment[row], now.attachment[row]);
        });
}
}  // namespace kochmon
