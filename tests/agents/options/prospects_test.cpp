// SPDX-License-Identifier: MIT
#include "agents/options/prospects.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/agents/roubles.hpp"
#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// One life in Moscow in round numbers. Before documents and risk, irregular: 0.9 x 20,000 - 8,000 -
// 10,000 / 20 = 9,500; with a right 0.9 x 22,000 - 8,500 = 11,300, by permit 11,300 - 2,000 =
// 9,300. A ban forgoes 9,500 - 2,000 = 7,500 a month, so being found costs 0.9 x 3,000 + 0.1 x 7.5
// / 30 x 20,000 + (0.06 x 12 + 0.04 x 20) x 7,500 = 14,600. A check of a regular worker costs 0.05
// x 0.3 x 22,000 / 30 = 11.
namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::in_moscow;
using tests::roubles;

void set_checks_and_sanctions(ModelParameters& law)
{
    law.checks.days_lost = 1.0;
    law.checks.visibility.regular = 0.3;
    law.checks.visibility.within_stay = 0.7;
    law.checks.visibility.forged_papers = 0.5;
    law.sanctions.fine[at_russia] = roubles(3'000);
    law.sanctions.deportation_share[at_russia] = Share(0.06);
    law.sanctions.expulsion_share[at_russia] = Share(0.04);
    law.sanctions.deportation_ban[at_russia] = 12;
    law.sanctions.expulsion_ban[at_russia] = 60;
    law.sanctions.custody[at_russia] = most_custody;
    law.employer_sanctions.job_finding.fill(1.0);
    law.forgery.card_price[at_russia] = roubles(6'000);
    law.forgery.card_duration[at_russia] = 12;
    law.forgery.database_check[at_russia] = HazardPerMonth(-std::log(0.998));
    law.forgery.shortest_term[at_russia] = 12;
    law.forgery.longest_term[at_russia] = 36;
}

ModelParameters law_in_round_numbers()
{
    ModelParameters law;
    law.value.saver_horizon = 20.0;
    law.pay.regular_premium = 0.1;
    law.pay.citizen_premium = 0.1;
    law.permits.of(Scheme::permit).open[at_russia] = true;
    law.permits.of(Scheme::permit).fee[at_russia].fill(roubles(24'000));
    law.permits.of(Scheme::permit).duration[at_russia] = 12;
    law.intermediaries.price[at_russia] = roubles(36'000);
    law.stay.permitted_months[at_russia] = 3;
    law.stay.re_entry_cost[at_russia] = roubles(4'500);
    law.registration.fee[at_russia] = roubles(1'500);
    law.placement.price[in_moscow] = roubles(10'000);
    set_checks_and_sanctions(law);
    return law;
}

Circumstances one_life()
{
    return {.place = destinations::moscow,
            .pay = 20'000.0,
            .living = 8'000.0,
            .chance_of_work = 0.9,
            .one_off_cost = 10'000.0,
            .perceived_risk = 0.05,
            .income_at_home = 2'000.0};
}

constexpr double nearly = 1e-6;
Kopecks const card = Kopecks::from_roubles(6'000);
}  // namespace

TEST(Prospects, of_who_has_a_right_to_work)
{
    ModelParameters const law = law_in_round_numbers();
    Prospects const life(one_life(), law);
    // 9,300 - 11
    EXPECT_NEAR(life.legal(), 9'289.0, nearly);
    // 11,300 - 36,000 / 12 - 11
    EXPECT_NEAR(life.through_intermediary(), 8'289.0, nearly);
    // 22,000 - 8,500 - 24,000 / 12 - 10,000 / 20 - 11: work is certain
    EXPECT_NEAR(life.placed(), 10'989.0, nearly);
    // 11,300 - 9,000 / 36 - 11
    EXPECT_NEAR(life.resident(roubles(9'000), 36), 11'039.0, nearly);
    // 0.9 x 20,000 x 1.1 x 1.1 - 8,500 - 8,000 / 20
    EXPECT_NEAR(life.citizen(roubles(8'000)), 12'880.0, nearly);
}

TEST(Prospects, of_who_has_none)
{
    ModelParameters const law = law_in_round_numbers();
    Prospects const life(one_life(), law);
    EXPECT_NEAR(life.forgone(), 7'500.0, nearly);
    // 9,500 - 0.05 x 14,600
    EXPECT_NEAR(life.irregular(), 8'770.0, nearly);
    EXPECT_NEAR(life.nothing(), 8'770.0, nearly) << "no fine for registration in this law";
    // 8,770 - 1,500 / 3
    EXPECT_NEAR(life.registered_only(), 8'270.0, nearly);
    // 9,500 - 4,500 / 3 - 0.05 x 0.7 x 14,600
    EXPECT_NEAR(life.re_entry(), 7'489.0, nearly);
}

TEST(Prospects, of_who_buys_a_forged_card)
{
    ModelParameters const law = law_in_round_numbers();
    // Convicted: min(24, 20) x (7,500 + 2,000) + min(60, 20) x 7,500 = 340,000, with chance 0.002.
    // 9,500 - 6,000 / 12 - 0.05 x 0.5 x 14,600 - 680
    EXPECT_NEAR(Prospects(one_life(), law).forged_card(card), 7'955.0, nearly);
}

TEST(Prospects, a_card_that_is_had_is_not_paid_again)
{
    // 6,000 RUB over the 12 months of the card: 500 a month
    ModelParameters const law = law_in_round_numbers();
    Prospects const life(one_life(), law);
    double const months = law.forgery.card_duration[at_russia];
    EXPECT_NEAR(life.forged_card(Kopecks{}) - life.forged_card(card), 6'000.0 / months, nearly);
}

TEST(Prospects, a_fine_for_registration_is_feared_by_who_does_nothing_alone)
{
    ModelParameters law = law_in_round_numbers();
    law.registration.fine[at_russia] = roubles(2'000);
    Prospects const life(one_life(), law);
    EXPECT_LT(life.nothing(), 8'770.0 - nearly);
    EXPECT_NEAR(life.irregular(), 8'770.0, nearly);
    EXPECT_NEAR(life.registered_only(), 8'270.0, nearly);
    law.registration.deadline[at_russia].fill(law.value.saver_horizon);
    EXPECT_NEAR(Prospects(one_life(), law).nothing(), 8'770.0, nearly) << "never late";
}

TEST(Prospects, nothing_is_forgone_by_who_earns_more_at_home)
{
    ModelParameters const law = law_in_round_numbers();
    Circumstances life = one_life();
    life.income_at_home = 12'000.0;
    EXPECT_EQ(Prospects(life, law).forgone(), 0.0);
    // 9,500 - 0.05 x (2,700 + 500)
    EXPECT_NEAR(Prospects(life, law).irregular(), 9'340.0, nearly);
}

TEST(Prospects, under_free_movement_registration_makes_lawful_and_violations_are_fined)
{
    ModelParameters law = law_in_round_numbers();
    law.stay.regime[at_russia] = Regime::free_movement;
    Prospects const life(one_life(), law);
    // 11,300 - 1,500 / 20 - 11
    EXPECT_NEAR(life.legal(), 11'214.0, nearly);
    EXPECT_NEAR(life.registered_only(), 11'214.0, nearly);
    // 11,300 - 0.05 x 3,000
    EXPECT_NEAR(life.irregular(), 11'150.0, nearly);
}

TEST(Prospects, employer_sanctions_lower_plans_without_a_right_alone)
{
    ModelParameters const free = law_in_round_numbers();
    ModelParameters law = law_in_round_numbers();
    law.employer_sanctions.job_finding[at_russia] = 0.5;
    Prospects const before(one_life(), free);
    Prospects const after(one_life(), law);
    // 0.45 x 20,000 - 8,500 = 500; the permit is the better plan: 9,300 - 2,000 = 7,300 forgone
    EXPECT_NEAR(after.irregular(), 500.0 - 0.05 * (3'200.0 + 1.52 * 7'300.0), nearly);
    EXPECT_LT(after.registered_only(), before.registered_only());
    EXPECT_LT(after.forged_card(card), before.forged_card(card));
    EXPECT_LT(after.re_entry(), before.re_entry());
    EXPECT_EQ(after.legal(), before.legal());
    EXPECT_EQ(after.through_intermediary(), before.through_intermediary());
    EXPECT_EQ(after.placed(), before.placed());
    EXPECT_EQ(after.resident(roubles(9'000), 36), before.resident(roubles(9'000), 36));
    EXPECT_EQ(after.citizen(roubles(8'000)), before.citizen(roubles(8'000)));
}

TEST(Prospects, employer_sanctions_leave_who_has_work_and_free_movers_alone)
{
    ModelParameters free = law_in_round_numbers();
    ModelParameters law = law_in_round_numbers();
    law.employer_sanctions.job_finding[at_russia] = 0.5;
    Circumstances at_work = one_life();
    at_work.employed = true;
    at_work.chance_of_work = 1.0;
    EXPECT_EQ(Prospects(at_work, law).irregular(), Prospects(at_work, free).irregular());
    free.stay.regime[at_russia] = Regime::free_movement;
    law.stay.regime[at_russia] = Regime::free_movement;
    EXPECT_EQ(Prospects(one_life(), law).irregular(), Prospects(one_life(), free).irregular());
}

TEST(Prospects, an_expected_amnesty_raises_irregular_plans_towards_the_legal_one)
{
    ModelParameters law = law_in_round_numbers();
    law.amnesty.expected[at_russia] = HazardPerMonth(0.05);
    law.amnesty.cost[at_russia] = roubles(4'000);
    Prospects const life(one_life(), law);
    // a H = 1: exp(-1) of the horizon; then 9,289 - 4,000 / 20 = 9,089
    double const part = std::exp(-1.0);
    EXPECT_NEAR(life.irregular(), 8'770.0 + part * 319.0, nearly);
    EXPECT_NEAR(life.nothing(), 8'770.0 + part * 319.0, nearly);
    EXPECT_NEAR(life.registered_only(), 8'270.0 + part * 819.0, nearly);
    EXPECT_NEAR(life.re_entry(), 7'489.0, nearly) << "who re-enters is within the law";
    EXPECT_NEAR(life.forged_card(card), 7'955.0 + part * 1'134.0, nearly);
    EXPECT_NEAR(life.legal(), 9'289.0, nearly);
    EXPECT_NEAR(life.through_intermediary(), 8'289.0, nearly);
}

TEST(Prospects, an_amnesty_not_expected_or_too_dear_raises_nothing)
{
    ModelParameters law = law_in_round_numbers();
    law.amnesty.cost[at_russia] = roubles(4'000);
    EXPECT_NEAR(Prospects(one_life(), law).irregular(), 8'770.0, nearly);
    law.amnesty.expected[at_russia] = HazardPerMonth(0.05);
    // 9,289 - 12,000 / 20 = 8,689 is less than 8,770
    law.amnesty.cost[at_russia] = roubles(12'000);
    EXPECT_NEAR(Prospects(one_life(), law).irregular(), 8'770.0, nearly);
}

// 10 % a month without standing, contract or ties; nine tenths less for citizens; half a month's
// pay goes.
ModelParameters with_exploitation()
{
    ModelParameters law = law_in_round_numbers();
    law.exploitation.hazard = HazardPerMonth(-std::log(0.9));
    law.exploitation.regular = 0.5;
    law.exploitation.citizen = 0.0;
    law.exploitation.client = 2.0;
    law.exploitation.withheld_share = Share(1.0);
    law.exploitation.withheld_part = Share(0.5);
    return law;
}

TEST(Prospects, exploitation_takes_its_expected_part_by_plan)
{
    ModelParameters const law = with_exploitation();
    Prospects const life(one_life(), law);
    // half of the hazard: 1 - sqrt(0.9) = 5.13 % of the months, half the pay; 2,000 for the permit
    double const regular = (1.0 - std::sqrt(0.9)) * 0.5;
    EXPECT_NEAR(life.legal(), 0.9 * 22'000.0 * (1.0 - regular) - 10'500.0 - 11.0, nearly);
    // the client of an intermediary has twice that hazard, 10 %
    EXPECT_NEAR(life.through_intermediary(), 0.9 * 22'000.0 * 0.95 - 11'500.0 - 11.0, nearly);
    // 0.9 x 20,000 x 0.95 - 8,500 = 8,600, of which 6,600 are forgone when banned; the permit is
    // worth more: 0.9 x 22,000 x 0.97434 - 10,500 - 2,000 = 6,792
    double const forgone = 0.9 * 22'000.0 * (1.0 - regular) - 12'500.0;
    EXPECT_NEAR(life.forgone(), forgone, nearly);
    EXPECT_NEAR(life.irregular(), 8'600.0 - 0.05 * (3'200.0 + 1.52 * forgone), nearly);
    // citizens meet none in this law
    EXPECT_NEAR(life.citizen(roubles(8'000)), 12'880.0, nearly);
}

TEST(Prospects, a_contract_counts_for_the_part_of_the_horizon_that_has_one)
{
    ModelParameters law = law_in_round_numbers();
    law.pay.contract_premium = 0.1;
    law.work.contract_offer = HazardPerMonth(0.05);  // c H = 1: exp(-1) of the horizon
    Circumstances life = one_life();
    life.perceived_risk = 0.0;
    double const part = std::exp(-1.0);
    EXPECT_NEAR(Prospects(life, law).legal(), 0.9 * 22'000.0 * (1.0 + 0.1 * part) - 10'500.0,
                nearly);
    EXPECT_NEAR(Prospects(life, law).irregular(), 9'500.0, nearly) << "no contract without a right";
    life.contract = true;
    EXPECT_NEAR(Prospects(life, law).legal(), 0.9 * 22'000.0 * 1.1 - 10'500.0, nearly);
    life.contract = false;
    // 22,000 x 1.1 - 8,500 - 2,000 - 500
    EXPECT_NEAR(Prospects(life, law).placed(), 13'200.0, nearly);
}

TEST(Prospects, a_job_offered_to_citizens_is_certain_and_pays_its_premium)
{
    ModelParameters law = law_in_round_numbers();
    law.citizen_offer.premium = 0.5;
    // 20,000 x 1.1 x 1.1 x 1.5 - 8,500 - 8,000 / 20
    EXPECT_NEAR(Prospects(one_life(), law).citizen_by_offer(roubles(8'000)), 27'400.0, nearly);
}

// Beside the permit of 24,000 RUB a patent for work in households, 6,000 RUB and 3,000 RUB of
// papers for 12 months: 750 a month. With it 11,300 - 750 - 11 = 10,539 where it reaches the work;
// beyond it the work is irregular within a lawful stay, 9,500 - 750 - 0.05 x 0.7 x 14,600 = 8,239.
namespace
{
constexpr double in_reach = 10'539.0;
constexpr double beyond_reach = 8'239.0;

ModelParameters with_patent(Employers employers)
{
    ModelParameters law = law_in_round_numbers();
    PermitLaw& patent = law.permits.of(Scheme::patent);
    patent.open[at_russia] = true;
    patent.employers[at_russia] = employers;
    patent.fee[at_russia].fill(roubles(6'000));
    patent.papers[at_russia] = roubles(3'000);
    patent.duration[at_russia] = 12;
    return law;
}

Circumstances one_life_in_household(double chance)
{
    Circumstances life = one_life();
    life.in_household = chance;
    return life;
}

double with_patent_for(Employers employers, double in_household)
{
    ModelParameters const law = with_patent(employers);
    return Prospects(one_life_in_household(in_household), law).with_permit(Scheme::patent);
}
}  // namespace

TEST(Prospects, with_a_permit_of_all_employers_do_not_hang_on_who_gives_the_work)
{
    for (double const in_household : {0.0, 0.4, 1.0})
        EXPECT_NEAR(with_patent_for(Employers::all, in_household), in_reach, nearly);
}

TEST(Prospects, with_a_permit_beyond_its_reach_are_irregular_within_the_stay_and_cost_papers)
{
    EXPECT_NEAR(with_patent_for(Employers::households, 0.0), beyond_reach, nearly);
    EXPECT_NEAR(with_patent_for(Employers::firms, 1.0), beyond_reach, nearly);
}

TEST(Prospects, with_a_permit_are_by_the_part_of_work_that_it_reaches)
{
    EXPECT_NEAR(with_patent_for(Employers::households, 1.0), in_reach, nearly);
    EXPECT_NEAR(with_patent_for(Employers::firms, 0.0), in_reach, nearly);
    // 0.4 x 10,539 + 0.6 x 8,239 and the other way round
    EXPECT_NEAR(with_patent_for(Employers::households, 0.4), 9'159.0, nearly);
    EXPECT_NEAR(with_patent_for(Employers::firms, 0.4), 9'619.0, nearly);
}

TEST(Prospects, tell_what_part_of_the_work_a_scheme_reaches)
{
    ModelParameters law = with_patent(Employers::households);
    law.permits.of(Scheme::highly_skilled).employers[at_russia] = Employers::firms;
    Prospects const life(one_life_in_household(0.4), law);
    EXPECT_NEAR(life.reach(Scheme::permit), 1.0, nearly);
    EXPECT_NEAR(life.reach(Scheme::patent), 0.4, nearly);
    EXPECT_NEAR(life.reach(Scheme::highly_skilled), 0.6, nearly);
}

TEST(Prospects, of_the_law_are_with_the_best_permit_that_is_given)
{
    ModelParameters law = with_patent(Employers::households);
    // the permit: 9,289
    EXPECT_NEAR(Prospects(one_life_in_household(0.4), law).legal(), 9'289.0, nearly);
    EXPECT_NEAR(Prospects(one_life_in_household(1.0), law).legal(), in_reach, nearly);
    law.permits.of(Scheme::patent).open[at_russia] = false;
    EXPECT_NEAR(Prospects(one_life_in_household(1.0), law).legal(), 9'289.0, nearly);
}

// Which scheme is best is asked of those that the person may have.
TEST(Prospects, of_the_law_are_with_no_permit_that_is_given_to_others_or_to_nobody)
{
    ModelParameters law = with_patent(Employers::households);
    // pay of 20,000
    law.permits.of(Scheme::patent).least_pay[at_russia] = roubles(20'001);
    EXPECT_NEAR(Prospects(one_life_in_household(1.0), law).legal(), 9'289.0, nearly);
    law.permits.of(Scheme::patent).least_pay[at_russia] = roubles(20'000);
    EXPECT_NEAR(Prospects(one_life_in_household(1.0), law).legal(), in_reach, nearly);
    law.permits.of(Scheme::permit).open[at_russia] = false;
    EXPECT_NEAR(Prospects(one_life_in_household(0.4), law).legal(), 9'159.0, nearly);
}
}  // namespace kochmon
