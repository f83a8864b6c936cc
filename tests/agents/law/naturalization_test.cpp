// SPDX-License-Identifier: MIT
#include "agents/law/naturalization.hpp"

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"

namespace kochmon
{
namespace
{
using tests::russia;

NaturalizationLaw naturalization_law_of(Route route)
{
    NaturalizationLaw law;
    std::size_t const at = index(russia);
    law.route[at] = route;
    law.simplified_for[at][index(first_country)] = true;
    law.lawful_months[at] = 12;
    law.simplified_queue[at] = 3.0;
    law.residence_months[at] = 60;
    law.reformed_queue[at] = 12.0;
    law.asks_language[at] = law.asks_profession[at] = law.asks_address[at] = true;
    return law;
}

// Meets all that any route asks for.
constexpr Applicant perfect{.lawful_months = 72,
                            .residence_months = 60,
                            .clean_record = true,
                            .speaks_language = true,
                            .has_profession = true,
                            .has_address = true};
}  // namespace

TEST(NaturalizationLaw, a_closed_route_is_open_to_nobody)
{
    EXPECT_FALSE(naturalization_law_of(Route::closed).may_apply(russia, Region::osh, perfect));
    EXPECT_TRUE(naturalization_law_of(Route::simplified).may_apply(russia, Region::osh, perfect));
    EXPECT_TRUE(naturalization_law_of(Route::reformed).may_apply(russia, Region::osh, perfect));
}

TEST(NaturalizationLaw, no_route_is_open_to_a_soiled_record)
{
    Applicant found = perfect;
    found.clean_record = false;
    EXPECT_FALSE(naturalization_law_of(Route::simplified).may_apply(russia, Region::osh, found));
    EXPECT_FALSE(naturalization_law_of(Route::reformed).may_apply(russia, Region::osh, found));
}

TEST(NaturalizationLaw, the_simplified_route_asks_for_lawful_months_and_nothing_else)
{
    NaturalizationLaw const law = naturalization_law_of(Route::simplified);
    EXPECT_FALSE(law.may_apply(russia, Region::osh, {.lawful_months = 11}));
    EXPECT_TRUE(law.may_apply(russia, Region::osh, {.lawful_months = 12}));
    Applicant newcomer = perfect;
    newcomer.lawful_months = 11;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, newcomer))
        << "residence does not stand in for it";
}

TEST(NaturalizationLaw, the_reformed_route_asks_for_residence)
{
    NaturalizationLaw law = naturalization_law_of(Route::reformed);
    Applicant applicant = perfect;
    applicant.residence_months = 59;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, applicant));
    law.residence_months[index(russia)] = 0;
    applicant.residence_months = 1;
    EXPECT_TRUE(law.may_apply(russia, Region::osh, applicant));
    applicant.residence_months = 0;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, applicant))
        << "however short, residence it must be";
}

TEST(NaturalizationLaw, the_reformed_route_asks_for_the_language_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Route::reformed);
    Applicant applicant = perfect;
    applicant.speaks_language = false;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, applicant));
    law.asks_language[index(russia)] = false;
    EXPECT_TRUE(law.may_apply(russia, Region::osh, applicant));
}

TEST(NaturalizationLaw, the_reformed_route_asks_for_a_profession_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Route::reformed);
    Applicant applicant = perfect;
    applicant.has_profession = false;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, applicant));
    law.asks_profession[index(russia)] = false;
    EXPECT_TRUE(law.may_apply(russia, Region::osh, applicant));
}

TEST(NaturalizationLaw, the_reformed_route_asks_for_an_address_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Route::reformed);
    Applicant applicant = perfect;
    applicant.has_address = false;
    EXPECT_FALSE(law.may_apply(russia, Region::osh, applicant));
    law.asks_address[index(russia)] = false;
    EXPECT_TRUE(law.may_apply(russia, Region::osh, applicant));
}

TEST(NaturalizationLaw, the_queue_is_that_of_the_route)
{
    EXPECT_EQ(naturalization_law_of(Route::simplified).queue(russia, Region::osh), 3.0);
    EXPECT_EQ(naturalization_law_of(Route::reformed).queue(russia, Region::osh), 12.0);
}
}  // namespace kochmon
