// SPDX-License-Identifier: MIT
#include <cmath>

#include "tests/agents/steps/worker_abroad.hpp"

namespace kochmon
{
namespace
{
/// Nobody loses work, and whoever may be offered a contract is.
class MonthOfWork : public tests::WorkerAbroad
{
  protected:
    MonthOfWork()
    {
        society.parameters.work.loss = HazardPerMonth(0.0);
        society.parameters.work.contract_offer = HazardPerMonth(1e3);
    }

    void hold_permit_for(Employers employers)
    {
        persons[worker].work_right = WorkRight::permit;
        persons[worker].presence = Presence::registered;
        persons[worker].permit_for = employers;
        persons[worker].permit_end = stamp(society.month + 6);
    }
    void work() { after(steps::work); }
    bool worked_without_right() const { return persons[worker].worked_without_right != 0; }
    bool has_contract() const { return persons[worker].contract == Contract::formal; }
};
}  // namespace

TEST_F(MonthOfWork, beyond_a_permit_is_work_without_a_right)
{
    hold_permit_for(Employers::households);
    work();
    EXPECT_TRUE(worked_without_right());
    persons[worker].contract = Contract::none;
    EXPECT_FALSE(persons.status(worker).regular()) << "nor is one regular who searches after it";
}

TEST_F(MonthOfWork, within_a_permit_is_not)
{
    hold_permit_for(Employers::households);
    persons[worker].employer = Employer::household;
    work();
    EXPECT_FALSE(worked_without_right());
    hold_permit_for(Employers::all);
    persons[worker].employer = Employer::firm;
    work();
    EXPECT_FALSE(worked_without_right());
}

TEST_F(MonthOfWork, brings_a_contract_with_those_whom_the_permit_is_for)
{
    hold_permit_for(Employers::households);
    work();
    EXPECT_FALSE(has_contract());
    persons[worker].employer = Employer::household;
    work();
    EXPECT_TRUE(has_contract());
}

// With 20,000 workers the bound of 5 standard errors is 1.7 points, passed by chance in less than
// 6 of 10 million runs; a bias of 2.5 points is found with 99 % power.
TEST_F(MonthOfWork, is_found_in_households_by_their_part_in_the_sector)
{
    society.parameters.work.finding = HazardPerMonth(1e3);
    persons[worker].came = stamp(society.month - 6);
    society.parameters.sectors.by_households.fill(Share(0.0));
    society.parameters.sectors.by_households[index(Sector::trade)] = Share(0.35);
    for (auto& chances : society.world.sector_chance)
        chances = {0.0, 1.0, 0.0, 0.0, 0.0};  // all in trade
    constexpr int workers = 20'000;
    int in_households = 0;
    for (int k = 0; k < workers; ++k)
    {
        persons.key[worker] = static_cast<std::uint64_t>(k);
        persons[worker].contract = Contract::none;
        work();
        ASSERT_EQ(persons[worker].sector, Sector::trade);
        in_households += persons[worker].employer == Employer::household ? 1 : 0;
    }
    double const error = std::sqrt(0.35 * 0.65 / workers);
    EXPECT_NEAR(static_cast<double>(in_households) / workers, 0.35, 5.0 * error);
}
}  // namespace kochmon
