// SPDX-License-Identifier: MIT
#include "agents/options/person_money.hpp"

#include "tests/agents/roubles.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/steps/worker_abroad.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::roubles;

/// 20,000 RUB a month in every job; the first pay comes a month late. Nothing is spent or sent.
class PayAbroad : public tests::WorkerAbroad
{
  protected:
    PayAbroad()
    {
        PayParameters& rule = society.parameters.pay;
        rule = PayParameters{};
        rule.first_after = 1;
        society.parameters.labour_market.sector_wage.fill(1.0);
        society.world.living.fill(Kopecks{});
        persons[worker].job_start = stamp(society.month);
    }

    /// Pay of the month that begins so many months after the job.
    Kopecks pay_after(int months)
    {
        persons[worker].job_start = stamp(society.month - months);
        return Kopecks(month_of_pay().total(Flow::wages));
    }
    Tally month_of_pay() { return after(steps::earn_and_spend); }

    void hold(Scheme which)
    {
        persons[worker].work_right = WorkRight::permit;
        persons[worker].presence = Presence::registered;
        persons[worker].scheme = which;
        persons[worker].permit_for = scheme(which).employers[at_russia];
        persons[worker].permit_end = stamp(society.month + 6);
    }
};

/// A patent whose last month was paid; 1,000 RUB a month, the permit 5,000.
class PatentByTheMonth : public PayAbroad
{
  protected:
    PatentByTheMonth()
    {
        for (Scheme const which : all_schemes)
        {
            scheme(which).duration[at_russia] = 12;
            scheme(which).fee[at_russia].fill(roubles(60'000));
        }
        scheme(Scheme::patent).fee[at_russia].fill(roubles(12'000));
        scheme(Scheme::patent).papers[at_russia] = roubles(9'000);
        hold(Scheme::patent);
        persons[worker].permit_paid = stamp(society.month - 1);
    }
};
}  // namespace

TEST_F(PayAbroad, comes_after_the_first_month_for_both)
{
    EXPECT_EQ(pay_after(0), Kopecks{});
    EXPECT_EQ(pay_after(1), roubles(40'000));
    EXPECT_EQ(pay_after(2), roubles(20'000));
    EXPECT_EQ(pay_after(24), roubles(20'000));
}

TEST_F(PayAbroad, is_had_as_cash)
{
    society.parameters.remittance.of_pay = Share(0.0);
    society.parameters.liquidity.most_cash = roubles(100'000);
    pay_after(1);
    EXPECT_EQ(persons[worker].cash, roubles(40'000).count());
}

TEST_F(PayAbroad, is_nothing_for_who_loses_the_job_before)
{
    EXPECT_EQ(pay_after(0), Kopecks{});
    society.month = society.month + 1;
    persons[worker].contract = Contract::none;
    EXPECT_EQ(month_of_pay().total(Flow::wages), 0);
}

TEST_F(PayAbroad, comes_at_once_where_the_rule_says_so)
{
    society.parameters.pay.first_after = 0;
    EXPECT_EQ(pay_after(0), roubles(20'000));
    EXPECT_EQ(pay_after(1), roubles(20'000));
}

TEST_F(PayAbroad, is_that_of_a_right_with_those_whom_the_permit_is_for)
{
    society.parameters.pay.regular_premium = 0.1;
    hold(Scheme::patent);
    EXPECT_EQ(pay_after(2), roubles(20'000)) << "with a firm";
    persons[worker].employer = Employer::household;
    EXPECT_EQ(pay_after(2), roubles(22'000));
    hold(Scheme::permit);
    EXPECT_EQ(pay_after(2), roubles(22'000)) << "with everybody";
}

TEST_F(PatentByTheMonth, costs_a_month_of_its_own_fee)
{
    persons[worker].cash = on_person(roubles(1'000));
    Tally const tally = month_of_pay();
    EXPECT_EQ(tally.total(Flow::permit_fees), roubles(1'000).count());
    EXPECT_EQ(tally.total(Count::permits_lapsed), 0);
    EXPECT_EQ(persons[worker].cash, 0);
    EXPECT_EQ(persons[worker].permit_paid, stamp(society.month));
}

TEST_F(PatentByTheMonth, lapses_in_the_first_month_without_the_money_for_it)
{
    persons[worker].cash = on_person(roubles(1'000) - Kopecks(1));
    Tally const tally = month_of_pay();
    EXPECT_EQ(tally.total(Flow::permit_fees), 0);
    EXPECT_EQ(tally.total(Count::permits_lapsed), 1);
    EXPECT_EQ(persons[worker].work_right, WorkRight::none);
    EXPECT_EQ(persons[worker].irregular_because, Irregularity::could_not_pay);
}

TEST_F(PatentByTheMonth, is_paid_once_a_month)
{
    persons[worker].permit_paid = stamp(society.month);
    persons[worker].cash = on_person(roubles(3'000));
    EXPECT_EQ(month_of_pay().total(Flow::permit_fees), 0);
}
}  // namespace kochmon
