// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/law/naturalization.hpp"
#include "agents/law/registration.hpp"
#include "agents/law/stay.hpp"

#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Where the law tells citizens of the countries of origin apart.
namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::russia;
}  // namespace

TEST(LawByCountry, lets_members_of_a_union_move_freely_and_nobody_else)
{
    StayLaw law = tests::baseline_parameters().stay;
    EXPECT_FALSE(law.free_movement(russia, regions::osh)) << "the regime of the baseline";
    law.regime[at_russia] = Regime::free_movement;
    EXPECT_TRUE(law.free_movement(russia, regions::osh));
    EXPECT_TRUE(law.free_movement(russia, regions::naryn));
    EXPECT_FALSE(law.free_movement(russia, regions::uzbekistan));
    EXPECT_FALSE(law.free_movement(russia, regions::tajikistan));
    EXPECT_FALSE(law.free_movement(jurisdictions::kazakhstan, regions::osh));
    law.union_members[at_russia][index(countries::tajikistan)] = true;
    EXPECT_TRUE(law.free_movement(russia, regions::tajikistan)) << "it accedes";
    law.regime[index(jurisdictions::other)] = Regime::free_movement;
    EXPECT_TRUE(law.free_movement(jurisdictions::other, regions::uzbekistan)) << "no union there";
}

TEST(LawByCountry, gives_each_country_its_own_time_to_register)
{
    RegistrationLaw law;
    law.deadline[at_russia] = {1.0, 0.25, 0.5};
    law.fine[at_russia] = Kopecks::from_roubles(2'000.0);
    EXPECT_EQ(law.late(russia, regions::osh, 1).value(), 0.0);
    EXPECT_EQ(law.late(russia, regions::uzbekistan, 1).value(), 0.75);
    EXPECT_EQ(law.late(russia, regions::tajikistan, 1).value(), 0.5);
    EXPECT_EQ(law.expected_fine(russia, regions::osh, 2.0), 1'000.0);
    EXPECT_EQ(law.expected_fine(russia, regions::tajikistan, 2.0), 1'500.0);
}

TEST(LawByCountry, leaves_who_has_no_agreement_the_reformed_path)
{
    NaturalizationLaw law = tests::baseline_parameters().naturalization;
    Applicant const visitor{
        .clean_record = true, .speaks_language = true, .has_profession = true, .has_address = true};
    EXPECT_EQ(law.queue(russia, regions::osh, visitor), 3.0);
    EXPECT_FALSE(law.queue(russia, regions::uzbekistan, visitor).has_value());
    EXPECT_FALSE(law.queue(russia, regions::tajikistan, visitor).has_value());
    Applicant resident = visitor;
    resident.residence_months = 60;
    resident.has_relative = true;
    EXPECT_EQ(law.queue(russia, regions::osh, resident), 3.0);
    EXPECT_EQ(law.queue(russia, regions::uzbekistan, resident), 12.0);
    EXPECT_EQ(law.queue(russia, regions::tajikistan, resident), 12.0);
    law.of(CitizenshipPath::simplified).countries[at_russia][index(countries::tajikistan)] = true;
    EXPECT_EQ(law.queue(russia, regions::tajikistan, visitor), 3.0);
    EXPECT_FALSE(law.queue(russia, regions::uzbekistan, visitor).has_value());
}
}  // namespace kochmon
