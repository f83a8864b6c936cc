// SPDX-License-Identifier: MIT
#include <cmath>

#include <gtest/gtest.h>

#include "agents/options/prospects.hpp"
#include "agents/rules/remittance.hpp"
#include "agents/rules/risk_belief.hpp"
#include "agents/rules/value.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
TEST(Value, is_zero_at_the_scale_and_falls_no_further_below_the_least_net)
{
    ValueParameters value;
    value.curvature = 9000.0;
    value.least_net = 700.0;
    EXPECT_EQ(value_of_money(value, 9000.0), 0.0);
    EXPECT_NEAR(value_of_money(value, 18'000.0), 9000.0 * std::log(2.0), 1e-9);
    EXPECT_EQ(value_of_money(value, 700.0), value_of_money(value, -50'000.0));
    value.kernel = Kernel::linear_flat;
    EXPECT_EQ(value_of_money(value, 18'000.0), 18'000.0);
    EXPECT_EQ(value_of_money(value, -50'000.0), value.least_net);
}

// 3,000 RUB are brought by others.
TEST(Value, is_of_the_net_pooled_with_what_others_bring)
{
    ValueParameters value;
    value.curvature = 9000.0;
    value.least_net = 700.0;
    value.pooled = 3000.0;
    EXPECT_EQ(value_of_money(value, 6000.0), 0.0);
    // 9,000 ln(2)
    EXPECT_NEAR(value_of_money(value, 15'000.0), 9000.0 * std::log(2.0), 1e-9);
    // What others bring is there below the least net too.
    EXPECT_NEAR(value_of_money(value, -50'000.0), 9000.0 * std::log(3700.0 / 9000.0), 1e-9);
    value.kernel = Kernel::linear_flat;
    EXPECT_EQ(value_of_money(value, 15'000.0), 15'000.0) << "in a line nothing counts less";
}

TEST(Value, of_one_net_over_another_is_the_less_the_more_others_bring)
{
    ValueParameters value;
    value.curvature = 9000.0;
    double last = 1e9;
    for (double const pooled : {0.0, 1000.0, 6000.0, 50'000.0})
    {
        value.pooled = pooled;
        double const gain = value_of_money(value, 20'000.0) - value_of_money(value, 8'000.0);
        EXPECT_LT(gain, last) << pooled;
        EXPECT_GT(gain, 0.0) << pooled;
        last = gain;
    }
}

TEST(Remittance, is_a_share_of_pay_that_fades_and_needs_kin_at_home)
{
    RemittanceParameters parameters;
    parameters.of_pay = Share(0.4);
    parameters.decay = 0.1;
    Kopecks const pay(1'000'000);
    EXPECT_EQ(
        remittance(parameters, pay, {.months_abroad = 0, .kin_at_home = true, .irregular = false}),
        Kopecks(400'000));
    // 0.4 exp(-0.1 x 24 / 12) = 0.4 x 0.818730753...
    EXPECT_EQ(
        remittance(parameters, pay, {.months_abroad = 24, .kin_at_home = true, .irregular = false}),
        Kopecks(327'492));
    EXPECT_EQ(
        remittance(parameters, pay, {.months_abroad = 0, .kin_at_home = false, .irregular = false}),
        Kopecks{});
    EXPECT_EQ(remittance(parameters, Kopecks{},
                         {.months_abroad = 0, .kin_at_home = true, .irregular = false}),
              Kopecks{});
}

TEST(Remittance, irregular_workers_send_more_by_their_term)
{
    RemittanceParameters parameters;
    parameters.of_pay = Share(0.4);
    parameters.irregular = 0.05;
    Sender const sender{.months_abroad = 0, .kin_at_home = true, .irregular = true};
    EXPECT_EQ(remittance(parameters, Kopecks(1'000'000), sender), Kopecks(420'000));
}

TEST(SavingsTarget, raises_the_value_of_home_for_savers_who_have_the_sum)
{
    SavingsTargetParameters parameters;
    parameters.target = Kopecks(1'000);
    parameters.reached = 6000.0;
    EXPECT_EQ(parameters.value_of_home(Aim::save, Kopecks(700), Kopecks(300)), 6000.0);
    EXPECT_EQ(parameters.value_of_home(Aim::save, Kopecks(700), Kopecks(299)), 0.0);
    EXPECT_EQ(parameters.value_of_home(Aim::settle, Kopecks(700), Kopecks(300)), 0.0);
}

TEST(RiskBelief, news_heard_late_is_as_news_heard_every_month)
{
    RiskBeliefParameters parameters;
    parameters.initial = Probability(0.05);
    parameters.news = Share(0.02);
    RegionNews news;
    double believed = 0.3;
    for (int month = 0; month < 240; ++month)
    {
        double const found = 0.01 + 0.0001 * (month % 7);
        bool const known = month % 5 != 0;  // else the last figure is told again
        ByRegion<double> shares{};
        shares.fill(found);
        ByRegion<bool> told{};
        told.fill(known);
        news.add_month(parameters, shares, told);
        int const last = month % 5 == 0 ? month - 1 : month;
        double const heard = last < 0 ? 0.05 : 0.01 + 0.0001 * (last % 7);
        believed += 0.02 * (heard - believed);
    }
    EXPECT_NEAR(news.heard(regions::osh, 0.3F, 0), believed, 1e-7);
    EXPECT_EQ(news.heard(regions::osh, 0.3F, 240), 0.3F);
}

TEST(RiskBelief, rises_part_of_the_way_to_one_and_fades_in_quiet_months)
{
    RiskBeliefParameters parameters;
    parameters.own_detection = Share(0.5);
    parameters.quiet_month = Share(0.02);
    parameters.member_detected = Share(0.1);
    EXPECT_FLOAT_EQ(updated_risk(parameters, 0.2F, Experience::member_detected), 0.28F);
    EXPECT_FLOAT_EQ(updated_risk(parameters, 0.2F, Experience::detected), 0.6F);
    EXPECT_FLOAT_EQ(updated_risk(parameters, 0.5F, Experience::quiet), 0.49F);
}

TEST(Prospects, counts_work_living_documents_costs_and_risk_by_plan)
{
    ModelParameters const parameters = tests::baseline_parameters(
        {"rules.exploitation.hazard=0 %/month", "rules.pay.contract_premium=0",
         "jurisdictions.russia.permit.fee=24000 RUB", "rules.value.horizon.savers=20 months",
         "rules.work.regular_premium=0.1", "law.checks.visibility.regular=0.3",
         "jurisdictions.russia.registration.fine=0 RUB", "law.checks.days_lost=1.0"});
    Circumstances life{.place = destinations::moscow,
                       .pay = 20'000.0,
                       .living = 8'000.0,
                       .chance_of_work = 0.9,
                       .one_off_cost = 10'000.0,
                       .perceived_risk = 0.0,
                       .income_at_home = 2'000.0};
    // Irregular: 0.9 x 20,000 - 8,000 - 10,000 / 20 = 9,500.
    // Legal: 0.9 x 22,000 - 8,000 - 24,000 / 12 - 500 = 9,300.
    Prospects const safe(life, parameters);
    EXPECT_NEAR(safe.nothing(), 9'500.0, 1e-9);
    EXPECT_NEAR(safe.legal(), 9'300.0, 1e-9);

    life.perceived_risk = 0.05;
    // L = 0.9 x 3,000 + 0.1 x 7.5/30 x 20,000 + (0.06 x 12 + 0.04 x 20) x (9,500 - 2,000)
    double const loss = 2'700.0 + 0.1 * 7.5 / 30.0 * 20'000.0 + 1.52 * 7'500.0;
    Prospects const risky(life, parameters);
    EXPECT_NEAR(risky.nothing(), 9'500.0 - 0.05 * loss, 1e-6);
    EXPECT_NEAR(risky.legal(), 9'300.0 - 0.05 * 0.3 * 22'000.0 / 30.0, 1e-6);
}

TEST(Prospects, better_legal_access_raises_what_a_ban_forgoes)
{
    Circumstances const life{.place = destinations::moscow,
                             .pay = 20'000.0,
                             .living = 8'000.0,
                             .perceived_risk = 0.05,
                             .income_at_home = 2'000.0};
    ModelParameters const dear =
        tests::baseline_parameters({"jurisdictions.russia.permit.fee=25000 RUB"});
    ModelParameters const cheap =
        tests::baseline_parameters({"jurisdictions.russia.permit.fee=1000 RUB"});
    EXPECT_LT(Prospects(life, cheap).nothing(), Prospects(life, dear).nothing());
}
}  // namespace kochmon
