// SPDX-License-Identifier: MIT
#include "agents/law/permit.hpp"

#include <gtest/gtest.h>

#include "tests/agents/roubles.hpp"
#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::roubles;

// 12,000 RUB for a year, of one origin 6,000; papers 3,000 on top.
PermitLaw permit_with_papers(PermitPayment payment)
{
    PermitLaw law;
    law.fee[at_russia].fill(roubles(12'000));
    law.fee[at_russia][index(regions::chuy)] = roubles(6'000);
    law.papers[at_russia] = roubles(3'000);
    law.duration[at_russia] = 12;
    law.payment[at_russia] = payment;
    return law;
}
}  // namespace

TEST(PermitLaw, ten_days_of_red_tape_are_a_month_for_one_in_three)
{
    double const delay = 10.0 / 30.0;
    EXPECT_EQ(months_of_delay(delay, 0x1p-33), 1);
    EXPECT_EQ(months_of_delay(delay, 0.3333), 1);
    EXPECT_EQ(months_of_delay(delay, 0.3334), 0);
    EXPECT_EQ(months_of_delay(delay, 1.0 - 0x1p-33), 0);
}

TEST(PermitLaw, a_delay_of_whole_months_is_exactly_that)
{
    for (int const months : {0, 1, 2, 12})
        for (double const u : {0x1p-33, 0.5, 1.0 - 0x1p-33})
            EXPECT_EQ(months_of_delay(months, u), months);
}

TEST(PermitLaw, a_delay_of_months_and_days_keeps_its_mean)
{
    int sum = 0;
    for (int k = 0; k < 1000; ++k) sum += months_of_delay(2.25, (k + 0.5) / 1000.0);
    // 750 times 2 and 250 times 3
    EXPECT_EQ(sum, 2250);
}

TEST(PermitLaw, payment_upfront_is_the_fee_and_monthly_its_first_month)
{
    PermitLaw law;
    law.fee[at_russia].fill(roubles(24'000));
    law.fee[at_russia][index(regions::chuy)] = roubles(12'000);
    law.duration[at_russia] = 12;
    law.payment[at_russia] = PermitPayment::upfront;
    EXPECT_EQ(law.first_payment(destinations::moscow, regions::osh), Kopecks(2'400'000));
    law.payment[at_russia] = PermitPayment::monthly;
    EXPECT_TRUE(law.monthly(destinations::rest_of_russia));
    // 24,000 / 12 and, for one origin, 12,000 / 12
    EXPECT_EQ(law.first_payment(destinations::moscow, regions::osh), Kopecks(200'000));
    EXPECT_EQ(law.first_payment(destinations::moscow, regions::chuy), Kopecks(100'000));
}

TEST(PermitLaw, papers_are_paid_with_the_application_however_the_fee_is_paid)
{
    PermitLaw const at_once = permit_with_papers(PermitPayment::upfront);
    EXPECT_EQ(at_once.first_payment(destinations::moscow, regions::osh), roubles(15'000));
    EXPECT_EQ(at_once.first_payment(destinations::moscow, regions::chuy), roubles(9'000));
    // 3,000 + 12,000 / 12 and 3,000 + 6,000 / 12
    PermitLaw const by_month = permit_with_papers(PermitPayment::monthly);
    EXPECT_EQ(by_month.first_payment(destinations::moscow, regions::osh), roubles(4'000));
    EXPECT_EQ(by_month.first_payment(destinations::moscow, regions::chuy), roubles(3'500));
}

TEST(PermitLaw, papers_are_no_part_of_the_later_months)
{
    PermitLaw const law = permit_with_papers(PermitPayment::monthly);
    EXPECT_EQ(law.monthly_fee(destinations::st_petersburg, regions::osh), roubles(1'000));
    EXPECT_EQ(law.monthly_fee(destinations::st_petersburg, regions::chuy), roubles(500));
    EXPECT_EQ(law.fee_of(destinations::st_petersburg, regions::osh), roubles(12'000));
}

// What those who choose reckon with does not hang on when it is paid.
TEST(PermitLaw, costs_fee_and_papers_a_month_that_it_holds)
{
    for (PermitPayment const payment : {PermitPayment::upfront, PermitPayment::monthly})
    {
        PermitLaw const law = permit_with_papers(payment);
        // 15,000 / 12 and 9,000 / 12
        EXPECT_DOUBLE_EQ(law.cost_per_month(destinations::moscow, regions::osh), 1'250.0);
        EXPECT_DOUBLE_EQ(law.cost_per_month(destinations::moscow, regions::chuy), 750.0);
    }
}

TEST(PermitLaw, lets_work_with_those_whom_it_is_for)
{
    for (Employer const employer : {Employer::firm, Employer::household})
        EXPECT_TRUE(reaches(Employers::all, employer));
    EXPECT_TRUE(reaches(Employers::firms, Employer::firm));
    EXPECT_FALSE(reaches(Employers::firms, Employer::household));
    EXPECT_TRUE(reaches(Employers::households, Employer::household));
    EXPECT_FALSE(reaches(Employers::households, Employer::firm));
}

TEST(PermitSchemes, are_each_what_their_own_values_say)
{
    std::string const law = "jurisdictions.russia.";
    PermitSchemes const permits =
        tests::baseline_parameters({law + "permit.papers=100 RUB", law + "patent.papers=200 RUB",
                                    law + "highly_skilled.papers=300 RUB",
                                    law + "patent.employers=firms", law + "patent.payment=upfront",
                                    law + "highly_skilled.open=false",
                                    law + "highly_skilled.least_pay=90000 RUB/month"})
            .permits;
    EXPECT_EQ(permits.of(Scheme::permit).papers[at_russia], roubles(100));
    EXPECT_EQ(permits.of(Scheme::patent).papers[at_russia], roubles(200));
    EXPECT_EQ(permits.of(Scheme::highly_skilled).papers[at_russia], roubles(300));
    EXPECT_EQ(permits.of(Scheme::permit).employers[at_russia], Employers::all);
    EXPECT_EQ(permits.of(Scheme::patent).employers[at_russia], Employers::firms);
    EXPECT_FALSE(permits.of(Scheme::patent).monthly(destinations::moscow));
    EXPECT_EQ(permits.of(Scheme::highly_skilled).least_pay[at_russia], roubles(90'000));
    EXPECT_TRUE(permits.is_open(Scheme::patent, tests::russia));
    EXPECT_FALSE(permits.is_open(Scheme::highly_skilled, tests::russia));
}

// The patent of 2010 is for work in households, outside the quota, paid by the month [S51].
TEST(PermitSchemes, of_the_baseline_are_told_apart_by_whom_they_are_for)
{
    PermitSchemes const permits = tests::baseline_parameters().permits;
    EXPECT_TRUE(permits.of(Scheme::permit).quota[at_russia]);
    EXPECT_FALSE(permits.of(Scheme::patent).quota[at_russia]);
    EXPECT_EQ(permits.of(Scheme::patent).employers[at_russia], Employers::households);
    EXPECT_TRUE(permits.of(Scheme::patent).monthly(destinations::moscow));
    EXPECT_EQ(permits.of(Scheme::highly_skilled).employers[at_russia], Employers::firms);
    EXPECT_FALSE(permits.of(Scheme::highly_skilled).quota[at_russia]);
}

TEST(PermitSchemes, where_the_law_is_not_told_whole_are_the_permit_alone)
{
    PermitSchemes const permits = tests::baseline_parameters().permits;
    for (Jurisdiction const where : kyrgyz_corridor()->jurisdictions())
    {
        EXPECT_TRUE(permits.is_open(Scheme::permit, where)) << kyrgyz_corridor()->name_of(where);
        if (kyrgyz_corridor()->has_whole_law(where)) continue;
        EXPECT_FALSE(permits.is_open(Scheme::patent, where)) << kyrgyz_corridor()->name_of(where);
        EXPECT_FALSE(permits.is_open(Scheme::highly_skilled, where))
            << kyrgyz_corridor()->name_of(where);
    }
}
}  // namespace kochmon
