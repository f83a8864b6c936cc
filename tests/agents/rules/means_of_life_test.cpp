// SPDX-License-Identifier: MIT
#include <cmath>

#include <gtest/gtest.h>

#include "agents/prospects.hpp"
#include "agents/rules/remittance.hpp"
#include "agents/rules/risk_belief.hpp"
#include "agents/rules/value.hpp"

#include "tests/agents/world_of_tests.hpp"

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
}

TEST(Remittance, is_a_share_of_pay_that_fades_and_needs_kin_at_home)
{
    RemittanceParameters parameters;
    parameters.of_pay = Share(0.4);
    parameters.decay = 0.1;
    Kopecks const pay(1'000'000);
    EXPECT_EQ(remittance(parameters, pay, 0, Kin{.at_home = true}), Kopecks(400'000));
    // 0.4 exp(-0.1 x 24 / 12) = 0.4 x 0.818730753...
    EXPECT_EQ(remittance(parameters, pay, 24, Kin{.at_home = true}), Kopecks(327'492));
    EXPECT_EQ(remittance(parameters, pay, 0, Kin{.at_home = false}), Kopecks{});
    EXPECT_EQ(remittance(parameters, Kopecks{}, 0, Kin{.at_home = true}), Kopecks{});
}

TEST(RiskBelief, rises_part_of_the_way_to_one_and_fades_in_quiet_months)
{
    RiskBeliefParameters parameters;
    parameters.own_detection = Share(0.5);
    parameters.quiet_month = Share(0.02);
    EXPECT_FLOAT_EQ(updated_risk(parameters, 0.2F, Experience::detected), 0.6F);
    EXPECT_FLOAT_EQ(updated_risk(parameters, 0.5F, Experience::quiet), 0.49F);
}

TEST(Prospects, counts_work_living_documents_costs_and_risk_by_plan)
{
    ModelParameters const parameters = tests::baseline_parameters(
        {"rules.exploitation.hazard=0 %/month", "rules.pay.contract_premium=0",
         "jurisdictions.russia.permit.fee=24000 RUB", "rules.value.horizon=20 months",
         "rules.work.regular_premium=0.1", "law.checks.visibility.regular=0.3",
         "jurisdictions.russia.registration.fine=0 RUB", "law.checks.days_lost=1.0"});
    Circumstances life{.place = Place::moscow,
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
    Circumstances const life{.place = Place::moscow,
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
