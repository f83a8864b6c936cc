// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "agents/law/naturalization.hpp"
#include "agents/law/registration.hpp"
#include "agents/law/stay.hpp"

#include "tests/agents/russia.hpp"
#include "tests/agents/world_of_tests.hpp"

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
    EXPECT_FALSE(law.free_movement(russia, Region::osh)) << "the regime of the baseline";
    law.regime[at_russia] = Regime::free_movement;
    EXPECT_TRUE(law.free_movement(russia, Region::osh));
    EXPECT_TRUE(law.free_movement(russia, Region::naryn));
    EXPECT_FALSE(law.free_movement(russia, Region::uzbekistan));
    EXPECT_FALSE(law.free_movement(russia, Region::tajikistan));
    EXPECT_FALSE(law.free_movement(Jurisdiction::kazakhstan, Region::osh));
    law.union_members[at_russia][index(Country::tajikistan)] = true;
    EXPECT_TRUE(law.free_movement(russia, Region::tajikistan)) << "it accedes";
    law.regime[index(Jurisdiction::other)] = Regime::free_movement;
    EXPECT_TRUE(law.free_movement(Jurisdiction::other, Region::uzbekistan)) << "no union there";
}

TEST(LawByCountry, gives_each_country_its_own_time_to_register)
{
    RegistrationLaw law;
    law.deadline[at_russia] = {1.0, 0.25, 0.5};
    law.fine[at_russia] = Kopecks::from_roubles(2'000.0);
    EXPECT_EQ(law.late(russia, Region::osh, 1).value(), 0.0);
    EXPECT_EQ(law.late(russia, Region::uzbekistan, 1).value(), 0.75);
    EXPECT_EQ(law.late(russia, Region::tajikistan, 1).value(), 0.5);
    EXPECT_EQ(law.expected_fine(russia, Region::osh, 2.0), 1'000.0);
    EXPECT_EQ(law.expected_fine(russia, Region::tajikistan, 2.0), 1'500.0);
}

TEST(LawByCountry, leaves_who_has_no_agreement_the_reformed_path)
{
    NaturalizationLaw law = tests::baseline_parameters().naturalization;
    Applicant const visitor{
        .clean_record = true, .speaks_language = true, .has_profession = true, .has_address = true};
    EXPECT_EQ(law.queue(russia, Region::osh, visitor), 3.0);
    EXPECT_FALSE(law.queue(russia, Region::uzbekistan, visitor).has_value());
    EXPECT_FALSE(law.queue(russia, Region::tajikistan, visitor).has_value());
    Applicant resident = visitor;
    resident.residence_months = 60;
    resident.has_relative = true;
    EXPECT_EQ(law.queue(russia, Region::osh, resident), 3.0);
    EXPECT_EQ(law.queue(russia, Region::uzbekistan, resident), 12.0);
    EXPECT_EQ(law.queue(russia, Region::tajikistan, resident), 12.0);
    law.of(CitizenshipPath::simplified).countries[at_russia][index(Country::tajikistan)] = true;
    EXPECT_EQ(law.queue(russia, Region::tajikistan, visitor), 3.0);
    EXPECT_FALSE(law.queue(russia, Region::uzbekistan, visitor).has_value());
}
}  // namespace kochmon
