// SPDX-License-Identifier: MIT
#include <functional>

#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "agents/steps/conservation.hpp"

#include "tests/agents/accounts_of_a_month.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

// Of the accounts: exploitation, complaints and jobs for citizens.
namespace kochmon
{
namespace
{
using tests::expect_stopped;
using tests::month_of_accounts;
using tests::osh_moscow;

// Of 100 kopecks of pay 40 are withheld from one of two, 15 come back.
Tally month_of_work()
{
    Tally tally = kyrgyz_tally();
    for (Count const kind : {Count::complaints, Count::complaints_upheld, Count::other_work,
                             Count::unpaid_overtime, Count::offers_taken})
        tally.count(kind, osh_moscow, 1);
    tally.count(Count::pay_withheld, osh_moscow, 2);
    tally.count(Count::exploited_irregular, osh_moscow, 4);
    tally.count(Count::naturalizations, osh_moscow, 1);
    tally.count(Count::citizenship_denied, osh_moscow, -1);  // so that the queue stays empty
    tally.flow(Flow::wages, regions::osh, destinations::moscow, Kopecks(100));
    tally.flow(Flow::pay_withheld, regions::osh, destinations::moscow, Kopecks(40));
    tally.flow(Flow::pay_recovered, regions::osh, destinations::moscow, Kopecks(15));
    tally.hold({.cash = 75, .debt = 0});
    return tally;
}

void expect_fault_stopped(std::function<void(Tally&)> const& fault, std::string const& what)
{
    Tally tally = month_of_work();
    fault(tally);
    expect_stopped(kyrgyz_tally(), tally, what);
}

std::function<void(Tally&)> one_more(Count kind)
{
    return [kind](Tally& tally) { tally.count(kind, osh_moscow, 1); };
}
}  // namespace

TEST(ConservationOfWork, holds_when_pay_withheld_and_recovered_are_in_the_accounts)
{
    EXPECT_NO_THROW(
        check_conservation(*kyrgyz_corridor(), kyrgyz_tally(), month_of_work(), month_of_accounts));
    for (Flow const kind : {Flow::pay_withheld, Flow::pay_recovered})
        expect_fault_stopped([kind](Tally& tally)
                             { tally.flow(kind, regions::osh, destinations::moscow, Kopecks(1)); },
                             "cash in kopecks");
}

TEST(ConservationOfWork, nobody_complains_of_nothing)
{
    expect_fault_stopped([](Tally& tally) { tally.count(Count::complaints, osh_moscow, 2); },
                         "complaints");
    expect_fault_stopped(one_more(Count::complaints_upheld), "complaints upheld");
    expect_fault_stopped(one_more(Count::exploited_irregular), "irregular workers exploited");
    expect_fault_stopped(
        [](Tally& tally)
        { tally.flow(Flow::pay_recovered, regions::osh, destinations::moscow, Kopecks(26)); },
        "kopecks of pay recovered");
}

TEST(ConservationOfWork, only_who_is_sworn_in_takes_a_job_for_citizens)
{
    expect_fault_stopped(one_more(Count::offers_taken), "jobs of citizens taken");
}
}  // namespace kochmon
