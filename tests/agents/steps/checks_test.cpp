// SPDX-License-Identifier: MIT
#include "tests/agents/roubles.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/steps/worker_abroad.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::roubles;

/// Nobody is checked, and an offence of another kind is certain; a second within three years
/// closes entry for two.
class OffenceAbroad : public tests::WorkerAbroad
{
  protected:
    OffenceAbroad()
    {
        society.world.check_hazard.fill(0.0);
        society.parameters.offences.hazard[at_russia] = HazardPerMonth(1e3);
        society.parameters.offences.fine[at_russia] = roubles(2'000);
        society.parameters.repeat_bans.chance[at_russia] = Probability(1.0);
        society.parameters.repeat_bans.within[at_russia] = 36;
        society.parameters.repeat_bans.length[at_russia] = 24;
    }
    Tally month_of_offence() { return after(steps::meet_checks); }
    MonthStamp barred_until() const { return persons.ban_end[at_russia][worker]; }
};
}  // namespace

TEST_F(OffenceAbroad, is_fined_and_entered_in_the_register)
{
    persons[worker].cash = static_cast<std::int32_t>(roubles(5'000).count());
    Tally const tally = month_of_offence();
    EXPECT_EQ(tally.total(Count::offences), 1);
    EXPECT_EQ(tally.total(Flow::fines), roubles(2'000).count());
    EXPECT_EQ(persons[worker].cash, roubles(3'000).count());
    EXPECT_EQ(persons[worker].last_offence, stamp(society.month));
    EXPECT_EQ(barred_until(), never);
}

// It tells nothing of the worker's papers.
TEST_F(OffenceAbroad, is_no_check_and_leaves_the_stay_and_the_record_of_irregularity_alone)
{
    Tally const tally = month_of_offence();
    EXPECT_EQ(tally.total(Count::checks), 0);
    EXPECT_EQ(tally.total(Count::fines), 0);
    EXPECT_EQ(persons.last_found[worker], never);
    EXPECT_EQ(persons[worker].presence, Presence::permitted);
    EXPECT_TRUE(left.empty());
}

TEST_F(OffenceAbroad, a_second_within_the_years_closes_entry)
{
    persons[worker].last_offence = stamp(society.month - 36);
    Tally const tally = month_of_offence();
    EXPECT_EQ(tally.total(Count::repeat_bans), 1);
    EXPECT_EQ(barred_until(), stamp(society.month + 24));
    EXPECT_EQ(persons[worker].fined_again, stamp(society.month));
}

TEST_F(OffenceAbroad, a_second_after_the_years_is_a_first)
{
    persons[worker].last_offence = stamp(society.month - 37);
    EXPECT_EQ(month_of_offence().total(Count::repeat_bans), 0);
    EXPECT_EQ(barred_until(), never);
}

TEST_F(OffenceAbroad, is_of_the_regular_too_and_of_no_citizen)
{
    persons[worker].presence = Presence::registered;
    persons[worker].work_right = WorkRight::permanent_resident;
    ASSERT_TRUE(persons.status(worker).regular());
    EXPECT_EQ(month_of_offence().total(Count::offences), 1);
    persons[worker].work_right = WorkRight::citizen;
    EXPECT_EQ(month_of_offence().total(Count::offences), 0);
}

TEST_F(OffenceAbroad, is_none_without_its_hazard)
{
    society.parameters.offences.hazard[at_russia] = HazardPerMonth(0.0);
    EXPECT_EQ(month_of_offence().total(Count::offences), 0);
}

// The hazards compete: 3 offences for each check, of one who is irregular. With 4,000 months the
// bound of 5 standard errors is 3.4 points, passed by chance in less than 6 of 10 million runs.
TEST_F(OffenceAbroad, comes_beside_checks_by_their_hazards)
{
    society.world.check_hazard.fill(1e3);
    society.parameters.checks.visibility.within_stay = 1.0;
    society.parameters.checks.visibility.sector.fill(1.0);
    society.parameters.forgery.database_check.fill(HazardPerMonth(0.0));
    society.parameters.offences.hazard[at_russia] = HazardPerMonth(3e3);
    constexpr int months = 4'000;
    std::int64_t offences = 0;
    for (int k = 0; k < months; ++k)
    {
        persons.key[worker] = static_cast<std::uint64_t>(k);
        persons[worker].presence = Presence::permitted;
        persons[worker].debt = 0;
        Tally const tally = month_of_offence();
        ASSERT_EQ(tally.total(Count::offences) + tally.total(Count::checks), 1);
        offences += tally.total(Count::offences);
    }
    EXPECT_NEAR(static_cast<double>(offences) / months, 0.75, 0.034);
}
}  // namespace kochmon
