// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/vocabulary/status.hpp"

#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
TEST(StayLaw, arrival_in_t_is_overstayed_from_t_plus_four_under_ninety_days)
{
    StayLaw const law = tests::baseline_parameters().stay;
    Month const t = Month::of(2010, 1);
    EXPECT_EQ(law.stay_end(destinations::moscow, t), stamp(t + 3))
        << "the last month within the stay";
}

TEST(PermitLaw, spreads_the_fee_over_the_months_it_buys)
{
    PermitLaw const law = tests::baseline_parameters({"jurisdictions.russia.permit.fee=24000 RUB"})
                              .permits.of(Scheme::permit);
    EXPECT_DOUBLE_EQ(law.cost_per_month(destinations::rest_of_russia, regions::osh), 2'000.0);
}

TEST(CheckLaw, hazard_is_lambda_at_the_reference_and_falls_with_crowding)
{
    CheckLaw law;
    law.hazard = HazardPerMonth(0.024);
    law.crowding = 3.0;
    std::size_t const moscow = index(destinations::moscow);
    law.capacity[moscow] = 1.0;
    law.other_irregulars[moscow] = 900.0;
    law.reference_irregulars[moscow] = 1000.0;
    EXPECT_DOUBLE_EQ(law.hazard_at(destinations::moscow, 100.0).value(), 0.024);
    // I / I0 = 2: 0.024 x 4 / 7
    EXPECT_DOUBLE_EQ(law.hazard_at(destinations::moscow, 1100.0).value(), 0.024 * 4.0 / 7.0);
    law.capacity[moscow] = 0.0;
    EXPECT_EQ(law.hazard_at(destinations::moscow, 100.0).value(), 0.0);
    law.capacity[moscow] = 1.0;
    law.crowding = 0.0;
    EXPECT_EQ(law.hazard_at(destinations::moscow, 100.0), law.hazard_at(destinations::moscow, 1e6));
}

TEST(SanctionLaw, divides_the_detected_by_its_shares)
{
    SanctionLaw const law = tests::baseline_parameters().sanctions;
    EXPECT_EQ(law.sanction(tests::russia, Record{}, 0.0399), Sanction::expulsion);
    EXPECT_EQ(law.sanction(tests::russia, Record{}, 0.0401), Sanction::deportation);
    EXPECT_EQ(law.sanction(tests::russia, Record{}, 0.0999), Sanction::deportation);
    EXPECT_EQ(law.sanction(tests::russia, Record{}, 0.1001), Sanction::fine);
    EXPECT_EQ(law.ban_months(tests::russia, Sanction::fine), 0);
    EXPECT_EQ(law.ban_months(tests::russia, Sanction::deportation), 12);
    EXPECT_EQ(law.ban_months(tests::russia, Sanction::expulsion), 60);
}

TEST(Status, is_regular_only_when_presence_papers_and_work_all_are)
{
    Status status{.presence = Presence::registered,
                  .work_right = WorkRight::permit,
                  .contract = Contract::informal};
    EXPECT_TRUE(status.regular());
    status.papers = Papers::forged_unknowingly;
    EXPECT_FALSE(status.regular());
    status.papers = Papers::genuine;
    status.presence = Presence::overstayed;
    EXPECT_FALSE(status.regular());
}

TEST(Status, work_without_a_right_is_irregular_from_its_first_month)
{
    Status status{.presence = Presence::permitted, .contract = Contract::informal};
    EXPECT_FALSE(status.regular());
    status.contract = Contract::none;
    EXPECT_TRUE(status.regular()) << "a searcher within the permitted period";
    status.worked_without_right = true;
    EXPECT_FALSE(status.regular()) << "a searcher who has worked without a right";
}

TEST(Status, free_movement_needs_registration_and_a_contract)
{
    Status status{.presence = Presence::registered,
                  .work_right = WorkRight::free_movement,
                  .contract = Contract::formal};
    EXPECT_TRUE(status.regular());
    status.contract = Contract::informal;
    EXPECT_FALSE(status.regular());
    status.contract = Contract::formal;
    status.presence = Presence::permitted;
    EXPECT_FALSE(status.regular());
}
}  // namespace kochmon
