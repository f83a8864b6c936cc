// SPDX-License-Identifier: MIT
#include "tests/agents/steps/worker_abroad.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
/// The stay ends with the month, and the worker has decided everything else.
class StayRunsOut : public tests::WorkerAbroad
{
  protected:
    StayRunsOut() { persons[worker].stay_end = stamp(society.month); }

    /// Whether there is a reason to decide this month.
    bool is_event()
    {
        persons.must_decide[worker] = 0;
        overrun = after(steps::let_terms_expire).total(Count::stays_overrun);
        return persons.must_decide[worker] != 0;
    }

    std::int64_t overrun = 0;
};
}  // namespace

TEST_F(StayRunsOut, in_its_last_month_as_an_event)
{
    EXPECT_TRUE(is_event());
    EXPECT_EQ(overrun, 0);
    EXPECT_EQ(persons[worker].presence, Presence::permitted) << "lawful to the end of it";
}

TEST_F(StayRunsOut, a_month_before_without_one)
{
    persons[worker].stay_end = stamp(society.month + 1);
    EXPECT_FALSE(is_event());
}

TEST_F(StayRunsOut, a_month_after_as_an_event_of_its_own)
{
    society.month = society.month + 1;
    EXPECT_TRUE(is_event());
    EXPECT_EQ(overrun, 1);
    EXPECT_EQ(persons[worker].presence, Presence::overstayed);
    society.month = society.month + 1;
    EXPECT_FALSE(is_event()) << "once";
    EXPECT_EQ(overrun, 0);
}

TEST_F(StayRunsOut, whether_registered_or_not)
{
    persons[worker].presence = Presence::registered;
    EXPECT_TRUE(is_event());
}

TEST_F(StayRunsOut, unnoticed_by_those_whom_a_right_lets_stay)
{
    persons[worker].permit_end = stamp(society.month + 6);
    for (WorkRight const right : {WorkRight::permit, WorkRight::temporary_resident,
                                  WorkRight::permanent_resident, WorkRight::citizen})
    {
        persons[worker].work_right = right;
        EXPECT_FALSE(is_event()) << work_right_names[index(right)];
    }
}

TEST_F(StayRunsOut, unnoticed_by_those_who_await_a_permit)
{
    persons[worker].permit_begin = stamp(society.month + 2);
    EXPECT_FALSE(is_event());
}

TEST_F(StayRunsOut, unnoticed_by_those_who_believe_in_forged_papers_and_not_by_those_who_know)
{
    persons[worker].permit_end = stamp(society.month + 6);
    persons[worker].papers = Papers::forged_unknowingly;
    EXPECT_FALSE(is_event());
    persons[worker].papers = Papers::forged_knowingly;
    EXPECT_TRUE(is_event());
}

/// On the list for a year more.
namespace
{
class BanOnList : public tests::WorkerAbroad
{
  protected:
    static constexpr std::size_t russia = index(jurisdictions::russia);

    bool is_struck_off(double part)
    {
        society.parameters.amnesty.struck_off[russia] = Probability(part);
        persons.ban_end[russia][worker] = stamp(society.month + 12);
        std::int64_t const purged = after(steps::let_terms_expire).total(Count::bans_purged);
        EXPECT_EQ(purged, persons.ban_end[russia][worker] == never ? 1 : 0);
        return purged == 1;
    }
};
}  // namespace

TEST_F(BanOnList, is_struck_off_by_an_amnesty_of_all_and_by_none_of_nobody)
{
    EXPECT_TRUE(is_struck_off(1.0));
    EXPECT_FALSE(is_struck_off(0.0));
    persons.place[worker] = Place::home;
    persons[worker].presence = Presence::home;
    EXPECT_TRUE(is_struck_off(1.0)) << "wherever one is";
}

// With 4,000 bans the bound of 5 standard errors is 3.9 points, passed by chance in less than 6 of
// 10 million runs.
TEST_F(BanOnList, is_struck_off_by_the_part_of_them)
{
    constexpr int bans = 4'000;
    int struck_off = 0;
    for (int k = 0; k < bans; ++k)
    {
        persons.key[worker] = static_cast<std::uint64_t>(k);
        struck_off += is_struck_off(0.4) ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(struck_off) / bans, 0.4, 0.039);
}
}  // namespace kochmon
