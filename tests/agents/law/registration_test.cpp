// SPDX-License-Identifier: MIT
#include "agents/law/registration.hpp"

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

RegistrationLaw registration_law_of(double deadline)
{
    RegistrationLaw law;
    law.deadline[index(russia)].fill(deadline);
    return law;
}
}  // namespace

TEST(RegistrationLaw, a_check_of_the_first_month_may_come_before_the_deadline)
{
    RegistrationLaw const law = registration_law_of(3.0 / 30.0);
    // Nine checks of ten fall on one of the 27 days after it
    EXPECT_NEAR(law.late(russia, regions::osh, 1).value(), 0.9, 1e-12);
}

TEST(RegistrationLaw, after_the_deadline_everybody_is_late)
{
    RegistrationLaw const law = registration_law_of(3.0 / 30.0);
    EXPECT_EQ(law.late(russia, regions::osh, 2).value(), 1.0);
    EXPECT_EQ(law.late(russia, regions::osh, 60).value(), 1.0);
    EXPECT_EQ(registration_law_of(0.0).late(russia, regions::osh, 1).value(), 1.0)
        << "due on the day of arrival";
}

TEST(RegistrationLaw, a_deadline_of_months_leaves_the_months_before_it_free)
{
    RegistrationLaw const law = registration_law_of(1.5);
    EXPECT_EQ(law.late(russia, regions::osh, 0).value(), 0.0) << "the month of arrival";
    EXPECT_EQ(law.late(russia, regions::osh, 1).value(), 0.0);
    EXPECT_DOUBLE_EQ(law.late(russia, regions::osh, 2).value(), 0.5);
    EXPECT_EQ(law.late(russia, regions::osh, 3).value(), 1.0);
}

TEST(RegistrationLaw, the_fine_expected_is_that_of_the_months_after_the_deadline)
{
    RegistrationLaw law = registration_law_of(4.5);
    law.fine[index(russia)] = Kopecks::from_roubles(2'000);
    // 13.5 of 18 months are late
    EXPECT_DOUBLE_EQ(law.expected_fine(russia, regions::osh, 18.0), 1'500.0);
    EXPECT_DOUBLE_EQ(law.expected_fine(russia, regions::osh, 3.0), 0.0);
}
}  // namespace kochmon
