// SPDX-License-Identifier: MIT
#include <map>

#include <gtest/gtest.h>

#include "agents/law/bans.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

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
    static void follow(Look look, std::vector<std::string> set = {})
    {
        Scenario const scenario =
            tests::TestWorld{.persons = "20000", .months = 36, .set = std::move(set)}.scenario();
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
        return before.at_home(row) && now.abroad(row);
    }
    // Still in the stay of the arrival.
    static bool fresh(Persons const& now, std::size_t row)
    {
        return now[row].stay_end == now[row].arrival + 3;
    }
};
}  // namespace

TEST_F(Lives, start_abroad_without_work_in_the_permitted_stay)
{
    int departures = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            if (!departs(before, now, row) || now[row].work_right == WorkRight::citizen) return;
            if (now.place[row] == destinations::south_korea) return;  // by placement
            ++departures;
            ASSERT_EQ(now[row].contract, Contract::none);
            ASSERT_EQ(now[row].presence, Presence::permitted);
            ASSERT_EQ(now[row].arrival, stamp(month));
        });
    EXPECT_GT(departures, 200);
}

TEST_F(Lives, overstay_from_the_fourth_month_after_arrival_and_not_before)
{
    int overstayed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            if (!now.abroad(row) || now[row].work_right != WorkRight::none) return;
            if (before[row].work_right != WorkRight::none) return;  // lost this month
            if (now[row].presence == Presence::prison || now[row].permit_begin != never) return;
            if (!fresh(now, row)) return;
            bool const late = month.since_1900() - now[row].arrival >= 4;
            ASSERT_EQ(now[row].presence == Presence::overstayed, late);
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
            bool const had = before[row].work_right == WorkRight::permit;
            bool const has = now[row].work_right == WorkRight::permit;
            bool const waited = before[row].permit_begin != never;
            if (has && !waited && now[row].permit_end != before[row].permit_end)
            {
                ++bought;
                int const wait = now[row].permit_begin == never ? 0 : 1;
                ASSERT_EQ(now[row].permit_end, stamp(month + 12 + wait));
                // One that is paid by the month may have lapsed in this one.
                bool const by_the_month = before[row].permit_paid == stamp(month - 1);
                ASSERT_TRUE(!had || by_the_month || before[row].permit_end <= stamp(month))
                    << "renewed too soon";
            }
            if (!had || now[row].work_right != WorkRight::none) return;
            if (before[row].permit_paid != never) return;  // by the month, and perhaps not paid
            bool const stays = now.abroad(row) && now[row].permit_begin == never;
            if (!stays || now[row].papers != Papers::genuine) return;
            if (now[row].came == stamp(month)) return;  // permits do not move on
            ++lapsed;
            ASSERT_EQ(before[row].permit_end, stamp(month - 1));
        });
    EXPECT_GT(bought, 500);
    EXPECT_GT(lapsed, 100);
}

TEST_F(Lives, never_enter_a_country_by_whose_ban_they_know_to_be_barred)
{
    int barred = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            MonthStamp const end = before.ban_end[index(jurisdictions::russia)][row];
            if (end < stamp(month) || !knows_ban(before, row, jurisdictions::russia)) return;
            ++barred;
            ASSERT_FALSE(departs(before, now, row) && is_in_main_jurisdiction(now.place[row]));
        });
    EXPECT_GT(barred, 500);
}

TEST_F(Lives, learn_of_an_exit_ban_only_when_turned_back)
{
    int secret = 0;
    int learned = 0;
    int passed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            auto const knows = [&](Persons const& then)
            { return knows_ban(then, row, jurisdictions::russia); };
            bool const was_barred =
                before.ban_end[index(jurisdictions::russia)][row] >= stamp(month);
            if (!before.at_home(row) || !was_barred || knows(before)) return;
            ++secret;
            learned += knows(now);
            passed += departs(before, now, row) && is_in_main_jurisdiction(now.place[row]);
            ASSERT_FALSE(knows(now) && now.abroad(row));
        },
        {"jurisdictions.russia.exit_ban.chance=95 %"});
    EXPECT_GT(secret, 200);
    EXPECT_GT(learned, 5);
    EXPECT_LT(passed, learned) << "five in a hundred slip through";
}

TEST_F(Lives, come_home_with_a_ban_of_the_length_of_the_law_when_removed)
{
    int removed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            MonthStamp const end = now.ban_end[index(jurisdictions::russia)][row];
            if (end == before.ban_end[index(jurisdictions::russia)][row]) return;
            if (now[row].presence == Presence::prison || now.nowhere(row)) return;
            ++removed;
            ASSERT_TRUE(now.at_home(row));
            ASSERT_TRUE(end == stamp(month + 12) || end == stamp(month + 60));
            ASSERT_TRUE(knows_ban(now, row, jurisdictions::russia));
        },
        {"jurisdictions.russia.exit_ban.chance=0 %", "jurisdictions.russia.repeat_ban.chance=0 %"});
    EXPECT_GT(removed, 20);
}

TEST_F(Lives, are_barred_without_a_word_when_fined_again_and_may_stay)
{
    int barred = 0;
    int stayed = 0;
    int barred_though_regular = 0;
    int fined_late = 0;
    int let_in_again = 0;
    std::size_t const russia = index(jurisdictions::russia);
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const here =
                is_in_main_jurisdiction(before.place[row]) && now.place[row] == before.place[row];
            if (!here) return;
            bool const let_in = now[row].entry == stamp(month);
            let_in_again += before[row].fined_again != never && let_in;
            ASSERT_TRUE(!let_in || now[row].fined_again == never);
            stayed += before[row].fined_again == stamp(month - 1);
            bool const fined = now[row].last_offence == stamp(month);
            bool const late = fined && before[row].last_offence < stamp(month - 6);
            fined_late += late && before[row].last_offence != never;
            ASSERT_FALSE(late && now[row].fined_again == stamp(month));
            if (now[row].fined_again != stamp(month)) return;
            ++barred;
            ASSERT_TRUE(fined);
            barred_though_regular += now.last_found[row] == never;
            ASSERT_NE(before[row].last_offence, never);
            ASSERT_LE(month.since_1900() - before[row].last_offence, 6);
            ASSERT_EQ(now.ban_end[russia][row],
                      std::max(before.ban_end[russia][row], stamp(month + 24)));
            ASSERT_FALSE(knows_ban(now, row, jurisdictions::russia));
        },
        {"jurisdictions.russia.repeat_ban.chance=100 %",
         "jurisdictions.russia.repeat_ban.within=6 months",
         "jurisdictions.russia.repeat_ban.length=24 months",
         "jurisdictions.russia.offences.hazard=4 %/month",
         "jurisdictions.russia.exit_ban.turned_back=50 %", "law.checks.hazard=12 %/month"});
    EXPECT_GT(barred, 50);
    EXPECT_GT(barred_though_regular, 20) << "by two offences of another kind than work and stay";
    EXPECT_GT(fined_late, 20) << "more than six months after the time before";
    EXPECT_GT(stayed, barred / 2) << "there a month later, though barred";
    EXPECT_GT(let_in_again, 10) << "half of the barred slip through";
}

TEST_F(Lives, fear_no_list_that_was_purged_while_they_were_there)
{
    int purged = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            MonthStamp const again = now[row].fined_again;
            ASSERT_TRUE(again == never || again == stamp(month));
            purged += before[row].fined_again != never && now.place[row] == before.place[row];
        },
        {"jurisdictions.russia.amnesty.struck_off=100 %",
         "jurisdictions.russia.repeat_ban.chance=50 %", "law.checks.hazard=12 %/month"});
    EXPECT_GT(purged, 50);
}

TEST_F(Lives, are_barred_at_the_exit_by_the_length_of_the_overstay_since_the_right_ended)
{
    std::map<int, int> of_length;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const left = before[row].presence == Presence::overstayed && now.at_home(row);
            std::size_t const russia = index(jurisdictions::russia);
            bool const barred = now.ban_end[russia][row] != before.ban_end[russia][row];
            if (!left || !barred || knows_ban(now, row, jurisdictions::russia)) return;
            if (before.ban_end[russia][row] >= stamp(month)) return;  // another ban still held
            int const overstay = month.since_1900() - before[row].stay_end;
            int const length = overstay >= 10 ? 36 : overstay >= 5 ? 12 : 6;
            ASSERT_EQ(now.ban_end[russia][row], stamp(month + length)) << overstay;
            bool const held_permit =
                before[row].papers == Papers::genuine && before[row].permit_end != never;
            ASSERT_TRUE(!held_permit || before[row].stay_end >= before[row].permit_end);
            of_length[length] += held_permit;
        },
        {"jurisdictions.russia.exit_ban.chance=100 %"});
    EXPECT_GT(of_length[6], 5) << "short overstays after a permit";
    EXPECT_GT(of_length[36], 5);
}

TEST_F(Lives, of_temporary_residents_need_not_end_outside_the_law)
{
    int ended = 0;
    int bought_permit = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const was = before[row].work_right == WorkRight::temporary_resident &&
                             before[row].permit_end == stamp(month);
            if (!was || !now.abroad(row)) return;
            ++ended;
            bought_permit +=
                now[row].permit_end > stamp(month) && now[row].papers == Papers::genuine;
        },
        {"jurisdictions.russia.residence.temporary_duration=12 months",
         "rules.residence.constant=20000 RUB/month",
         "destinations.moscow.residence_quota.temporary=100000 persons/year"});
    EXPECT_GT(ended, 20);
    EXPECT_GT(bought_permit, 5);
}

TEST_F(Lives, count_residence_only_while_it_lasts)
{
    int residents = 0;
    follow(
        [&](Persons const&, Persons const& now, std::size_t row, Month)
        {
            bool const resident = now[row].work_right == WorkRight::temporary_resident ||
                                  now[row].work_right == WorkRight::permanent_resident;
            ASSERT_TRUE(resident || now[row].resident_since == never);
            residents += resident;
        },
        {"jurisdictions.russia.residence.temporary_duration=12 months",
         "jurisdictions.russia.permit.red_tape=45 days", "rules.residence.constant=20000 RUB/month",
         "destinations.moscow.residence_quota.temporary=100000 persons/year"});
    EXPECT_GT(residents, 100);
}

TEST_F(Lives, show_no_forged_card_at_the_border)
{
    int came_back = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const re_entered =
                before.abroad(row) && now.abroad(row) && now[row].entry == stamp(month) &&
                now[row].entry != before[row].entry && now.place[row] == before.place[row];
            if (!re_entered || before[row].papers != Papers::forged_knowingly) return;
            ++came_back;
            ASSERT_EQ(now[row].papers, Papers::genuine);
        },
        {"rules.status.crime_cost=0 RUB/month"});
    EXPECT_GT(came_back, 20);
}

TEST_F(Lives, with_a_permit_by_the_month_pay_each_month_or_lose_it_in_that_month)
{
    int paid = 0;
    int lapsed = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const due = before[row].work_right == WorkRight::permit &&
                             before[row].permit_paid == stamp(month - 1) &&
                             before[row].permit_end >= stamp(month) && now.abroad(row) &&
                             now[row].work_right != WorkRight::citizen;
            if (!due || before[row].papers != now[row].papers) return;
            bool const has = now[row].work_right == WorkRight::permit;
            if (has && now[row].permit_end == before[row].permit_end)
            {
                ++paid;
                ASSERT_EQ(now[row].permit_paid, stamp(month));
            }
            lapsed += !has && now[row].presence == Presence::overstayed;
        },
        {"jurisdictions.russia.permit.payment=monthly",
         "jurisdictions.russia.permit.fee=60000 RUB"});
    EXPECT_GT(paid, 500);
    EXPECT_GT(lapsed, 10);
}

TEST_F(Lives, go_to_prison_for_one_to_three_years_and_only_with_forged_papers)
{
    int convicted = 0;
    int released = 0;
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month month)
        {
            bool const was = before[row].presence == Presence::prison;
            bool const is = now[row].presence == Presence::prison;
            if (!was && is)
            {
                ++convicted;
                ASSERT_NE(before[row].papers, Papers::genuine) << "only users are convicted";
                ASSERT_GE(now[row].prison_end, stamp(month + 12));
                ASSERT_LE(now[row].prison_end, stamp(month + 36));
            }
            if (!was || is || now.nowhere(row)) return;
            ++released;
            ASSERT_TRUE(now.at_home(row));
            ASSERT_EQ(before[row].prison_end, stamp(month));
        },
        {"jurisdictions.russia.criminal.database_check=4 %/month",
         "rules.status.crime_cost=0 RUB/month"});
    EXPECT_GT(convicted, 5);
    EXPECT_GT(released, 0);
}

TEST_F(Lives, keep_who_they_are)
{
    follow(
        [&](Persons const& before, Persons const& now, std::size_t row, Month)
        {
            ASSERT_EQ(before.key[row], now.key[row]);
            ASSERT_EQ(before[row].household, now[row].household);
            ASSERT_EQ(before.birth[row], now.birth[row]);
            ASSERT_EQ(before[row].attachment, now[row].attachment);
        });
}
}  // namespace kochmon
