// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/month.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// The accounts of households are known without a visit every month. This reference visits: it adds
// what each household puts aside month by month, from the wages of the month, and must hold the
// same kopecks in every household and month.
namespace kochmon
{
namespace
{
/// What a member of each class puts aside in one month, by region.
struct MonthOfSaving
{
    ByRegion<Kopecks> wage_job;
    ByRegion<Kopecks> other;
};

MonthOfSaving month_of_saving(Society const& society)
{
    MarketParameters const& markets = society.parameters.markets;
    MonthOfSaving month;
    for (Region const region : kyrgyz_corridor()->regions())
    {
        double const saved = markets.wage_at_home[index(region)].roubles() *
                             society.world.income_level[index(region)] *
                             society.parameters.saving.of_income.value();
        month.wage_job[index(region)] = Kopecks::from_roubles(saved);
        month.other[index(region)] = Kopecks::from_roubles(saved * markets.income_without_wage_job);
    }
    return month;
}

class EagerAccounts
{
  public:
    explicit EagerAccounts(Households const& households) : waiting_(households.size()) {}

    /// What households hold while they are settled: nothing waits any more.
    void look_before(Society const& society, Households const& households)
    {
        for (std::size_t household = 0; household < households.size(); ++household)
        {
            SettledAccount const lazy =
                settled(households, household, society.savings, society.parameters.liquidity);
            ASSERT_EQ(lazy.saved, waiting_[household]) << household;
            SettledAccount const eager = settled_eagerly(society, households, household);
            ASSERT_EQ(lazy.cash, eager.cash) << household;
            ASSERT_EQ(lazy.debt, eager.debt) << household;
            ++compared_;
        }
    }

    /// At the end of the month: who was settled starts anew, then the month is put aside.
    void look_after(Society const& society, Households const& households)
    {
        MonthOfSaving const month = month_of_saving(society);
        for (std::size_t household = 0; household < households.size(); ++household)
        {
            bool const settled_now = households.settled[household] == society.savings.months();
            if (settled_now) waiting_[household] = {};
            settlements_ += settled_now ? 1 : 0;
            std::size_t const region = index(households.region[household]);
            Kopecks now;
            for (int earner = 0; earner < households.wage_earners[household]; ++earner)
                now += month.wage_job[index(region)];
            for (int earner = 0; earner < households.other_earners[household]; ++earner)
                now += month.other[index(region)];
            waiting_[household] += now;
            HeldAtHome const held =
                held_at_home(households, household, household + 1, society.savings);
            ASSERT_EQ(held.cash, Kopecks(households.cash[household]) + waiting_[household]);
            ASSERT_EQ(held.debt, Kopecks(households.debt[household]));
            ASSERT_EQ(held.put_aside, now);
        }
        look_at_regions(society, households);
    }
    std::int64_t compared() const { return compared_; }
    std::int64_t settlements() const { return settlements_; }

  private:
    // Households of a region stand together: what they hold is the sum of each.
    static void look_at_regions(Society const& society, Households const& households)
    {
        for (std::size_t first = 0; first < households.size();)
        {
            HeldAtHome sum;
            std::size_t last = first;
            for (; last < households.size() && households.region[last] == households.region[first];
                 ++last)
            {
                HeldAtHome const one = held_at_home(households, last, last + 1, society.savings);
                sum.cash += one.cash;
                sum.debt += one.debt;
                sum.put_aside += one.put_aside;
            }
            HeldAtHome const all = held_at_home(households, first, last, society.savings);
            ASSERT_EQ(all.cash, sum.cash);
            ASSERT_EQ(all.debt, sum.debt);
            ASSERT_EQ(all.put_aside, sum.put_aside);
            first = last;
        }
    }

    SettledAccount settled_eagerly(Society const& society, Households const& households,
                                   std::size_t household) const
    {
        LiquidityParameters const& law = society.parameters.liquidity;
        int const unsettled = society.savings.months() - households.settled[household];
        Kopecks cash = Kopecks(households.cash[household]) + waiting_[household];
        Kopecks debt(households.debt[household]);
        if (unsettled == 0) return {.cash = cash, .debt = debt};
        DebtService const service = serve(law, cash, debt, unsettled);
        cash -= service.repaid;
        debt += service.interest - service.repaid - service.written_off;
        return {.cash = std::min(cash, law.most_household_cash), .debt = debt};
    }

    std::vector<Kopecks> waiting_;
    std::int64_t compared_ = 0;
    std::int64_t settlements_ = 0;
};
}  // namespace

TEST(EagerAccounts, hold_the_same_kopecks_in_every_household_and_month)
{
    Scenario const scenario =
        tests::TestWorld{
            .persons = "5000",
            .months = 48,
            .set = {"home.income=[{from: 2005-01, value: 1}, {from: 2006-07, value: 1.3}]"}}
            .scenario();
    Workers const workers(1);
    Population start = synthesize(scenario);
    EagerAccounts eager(start.households);
    MonthSchedule month = month_story();
    Simulation* running = nullptr;
    month.society_before("draw the luck of the month", "compare before the settlements",
                         [&](Society& society, std::vector<Piece>&)
                         { eager.look_before(society, running->population().households); });
    month.society_before("take stock and check the accounts", "put the month aside",
                         [&](Society& society, std::vector<Piece>&)
                         { eager.look_after(society, running->population().households); });
    Simulation simulation(scenario, std::move(start), 0, {workers, {}}, std::move(month));
    running = &simulation;
    simulation.run();
    EXPECT_GT(eager.compared(), 48 * 1000);
    EXPECT_GT(eager.settlements(), 5000);
}
}  // namespace kochmon
