// SPDX-License-Identifier: MIT
#include "agents/options/labour.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "agents/options/person_money.hpp"
#include "agents/state/jobs.hpp"

#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// One worker in Moscow, at 20,000 RUB a month, half as productive again as the mean; 12 months in a
// job in construction, which pays a tenth more, with Russian and a profession.
namespace kochmon
{
namespace
{
using tests::in_moscow;

constexpr std::size_t worker = 0;

class Labour : public testing::Test
{
  protected:
    Labour()
    {
        set_rules(society.parameters);
        society.month = Month::of(2010, 1);
        society.world.wage[in_moscow] = 20'000.0;
        society.world.believed_wage[in_moscow] = 30'000.0;
        society.world.expected_pay.fill(0.8);
        persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
        persons.resize(1);
        persons.place[worker] = destinations::moscow;
        persons[worker].wage_factor = 1.5F;
        persons[worker].language = persons[worker].profession = 1;
        begin_job(persons, worker, Month::of(2009, 1),
                  {.sector = Sector::construction,
                   .contract = Contract::informal,
                   .for_citizens = false});
    }

    static void set_rules(ModelParameters& rules)
    {
        rules.labour_market.sector_wage.fill(1.0);
        rules.labour_market.sector_wage[index(Sector::construction)] = 1.1;
        rules.labour_market.vacancies.fill(2.0);
        rules.pay.language_premium = 0.05;
        rules.pay.profession_premium[index(Sector::construction)] = 0.1;
        rules.pay.tenure_growth = 0.02;
        rules.pay.tenure_limit = 5.0;
        rules.pay.regular_premium = 0.1;
        rules.pay.contract_premium = 0.04;
        rules.citizen_offer.premium = 0.5;
        rules.ties.half_way = 1.0;
        rules.ties.work_without = 0.3;
        rules.exploitation.debt = 1.5;
        rules.exploitation.language = 0.8;
        rules.exploitation.many_ties = 0.6;
        rules.exploitation.new_job = 2.0;
        rules.work.settled_after = 24.0;
    }

    double pay() const { return pay_abroad(society, persons, worker); }
    static constexpr double of_job = 20'000.0 * 1.5 * 1.1 * 1.05 * 1.1 * 1.02;

    Society society = tests::society_of_tests();
    Persons persons;
};
}  // namespace

TEST_F(Labour, pays_wage_sector_skill_learning_and_time_in_the_job)
{
    EXPECT_NEAR(pay(), of_job, 1e-6);
    // to the kopeck: 38,877.30 RUB
    EXPECT_EQ(monthly_pay(society, persons, worker), Kopecks(3'887'730));
}

TEST_F(Labour, pays_more_with_a_right_and_a_contract)
{
    persons[worker].work_right = WorkRight::permit;
    EXPECT_EQ(monthly_pay(society, persons, worker), Kopecks::from_roubles(of_job * 1.1));
    persons[worker].contract = Contract::formal;
    EXPECT_EQ(monthly_pay(society, persons, worker), Kopecks::from_roubles(of_job * 1.1 * 1.04));
}

TEST_F(Labour, pays_as_without_a_right_beyond_a_permit)
{
    persons[worker].work_right = WorkRight::permit;
    persons[worker].permit_for = Employers::households;
    persons[worker].contract = Contract::formal;
    EXPECT_EQ(monthly_pay(society, persons, worker), Kopecks::from_roubles(of_job));
    persons[worker].employer = Employer::household;
    EXPECT_EQ(monthly_pay(society, persons, worker), Kopecks::from_roubles(of_job * 1.1 * 1.04));
}

TEST_F(Labour, is_with_the_employer_of_the_job_and_with_any_by_chance_before)
{
    society.world.in_household.fill(0.0);
    society.world.in_household[group_of(persons.learning(worker))] = 0.3;
    EXPECT_EQ(chance_of_household(society, persons, worker), 0.0);
    begin_job(persons, worker, Month::of(2009, 1),
              {.sector = Sector::trade,
               .employer = Employer::household,
               .contract = Contract::formal,
               .for_citizens = false});
    EXPECT_EQ(persons[worker].employer, Employer::household);
    EXPECT_EQ(chance_of_household(society, persons, worker), 1.0);
    end_job(persons, worker);
    EXPECT_EQ(chance_of_household(society, persons, worker), 0.3);
}

TEST_F(Labour, pays_a_premium_in_the_job_for_citizens_while_it_lasts)
{
    persons[worker].citizens_job = 1;
    EXPECT_NEAR(pay(), of_job * 1.5, 1e-6);
    end_job(persons, worker);
    EXPECT_EQ(persons[worker].citizens_job, 0);
    EXPECT_EQ(persons[worker].job_start, never);
    EXPECT_EQ(persons[worker].contract, Contract::none);
}

TEST_F(Labour, expects_the_mean_over_sectors_without_a_job_and_believes_another_wage_at_home)
{
    end_job(persons, worker);
    EXPECT_NEAR(pay(), 20'000.0 * 1.5 * 0.8, 1e-6);
    EXPECT_NEAR(believed_pay(society, persons, worker, destinations::moscow), 30'000.0 * 1.5 * 0.8,
                1e-6);
}

TEST_F(Labour, is_found_with_ties_and_vacancies)
{
    // without ties 0.3, with one tie 0.3 + 0.7 x (1 - exp(-1)) = 0.74, twice that is certain
    EXPECT_NEAR(chance_of_work_at(society.parameters, destinations::moscow, 1.0), 0.6, 1e-12);
    EXPECT_EQ(chance_of_work_at(society.parameters, destinations::moscow, std::exp(-1.0)), 1.0);
}

TEST_F(Labour, is_exposed_by_debt_lack_of_russian_of_ties_and_of_time_in_the_job)
{
    double const unmet = std::exp(-1.0);
    double const by_ties = 0.6 + 0.4 * unmet;
    // half way to being settled: 1.5
    EXPECT_NEAR(weakness_of(society, persons, worker, unmet), 0.8 * by_ties * 1.5, 1e-12);
    persons[worker].debt = 1;
    persons[worker].language = 0;
    EXPECT_NEAR(weakness_of(society, persons, worker, unmet), 1.5 * by_ties * 1.5, 1e-12);
    EXPECT_NEAR(weakness_at(society.parameters, true, true, unmet), 0.8 * 1.5 * by_ties * 2.0,
                1e-12);
    EXPECT_NEAR(weakness_at(society.parameters, false, false, 1.0), 2.0, 1e-12);
}
}  // namespace kochmon
