// SPDX-License-Identifier: MIT
#include "agents/law/naturalization.hpp"

#include <string>

#include <gtest/gtest.h>

#include "tests/agents/russia.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using tests::at_russia;
using tests::russia;

using Path = CitizenshipPath;

/// Open in Russia to those who come from Kyrgyzstan.
void open_path(CitizenshipPathLaw& path, double queue)
{
    path.open[at_russia] = true;
    path.countries[at_russia][index(first_country)] = true;
    path.queue[at_russia] = queue;
}

/// With one path open: the simplified one asks for a year of lawful stay, that of the agreement
/// for a relative and a year and a half of residence, the reformed one for five years of it, the
/// language, a profession and an address.
NaturalizationLaw naturalization_law_of(Path which)
{
    NaturalizationLaw law;
    CitizenshipPathLaw& path = law.of(which);
    switch (which)
    {
        case Path::simplified:
            open_path(path, 3.0);
            path.lawful_months[at_russia] = 12;
            return law;
        case Path::agreement:
            open_path(path, 4.0);
            path.residence_months[at_russia] = 18;
            path.asks_relative[at_russia] = true;
            return law;
        case Path::reformed:
            open_path(path, 12.0);
            path.residence_months[at_russia] = 60;
            path.asks_language[at_russia] = path.asks_profession[at_russia] =
                path.asks_address[at_russia] = true;
    }
    return law;
}

bool may_apply(NaturalizationLaw const& law, Applicant const& applicant,
               Region origin = regions::osh)
{
    return law.queue(russia, origin, applicant).has_value();
}

// Meets all that any path asks for.
constexpr Applicant perfect{.lawful_months = 72,
                            .residence_months = 60,
                            .clean_record = true,
                            .has_relative = true,
                            .speaks_language = true,
                            .has_profession = true,
                            .has_address = true};

std::string const& name(Path path)
{
    return citizenship_path_names[index(path)];
}
}  // namespace

TEST(NaturalizationLaw, a_closed_path_is_open_to_nobody)
{
    for (Path const path : all_citizenship_paths)
    {
        NaturalizationLaw law = naturalization_law_of(path);
        EXPECT_TRUE(may_apply(law, perfect)) << name(path);
        law.of(path).open[at_russia] = false;
        EXPECT_FALSE(may_apply(law, perfect)) << name(path);
    }
}

TEST(NaturalizationLaw, a_path_is_open_to_those_of_its_countries)
{
    for (Path const path : all_citizenship_paths)
    {
        NaturalizationLaw law = naturalization_law_of(path);
        EXPECT_FALSE(may_apply(law, perfect, regions::tajikistan)) << name(path);
        law.of(path).countries[at_russia][index(countries::tajikistan)] = true;
        EXPECT_TRUE(may_apply(law, perfect, regions::tajikistan)) << name(path);
        EXPECT_FALSE(may_apply(law, perfect, regions::uzbekistan)) << name(path);
    }
}

TEST(NaturalizationLaw, no_path_is_open_to_a_soiled_record)
{
    Applicant found = perfect;
    found.clean_record = false;
    for (Path const path : all_citizenship_paths)
        EXPECT_FALSE(may_apply(naturalization_law_of(path), found)) << name(path);
}

TEST(NaturalizationLaw, the_simplified_path_asks_for_lawful_months_and_nothing_else)
{
    NaturalizationLaw const law = naturalization_law_of(Path::simplified);
    EXPECT_FALSE(may_apply(law, {.lawful_months = 11}));
    EXPECT_TRUE(may_apply(law, {.lawful_months = 12}));
    Applicant newcomer = perfect;
    newcomer.lawful_months = 11;
    EXPECT_FALSE(may_apply(law, newcomer)) << "residence does not stand in for it";
}

TEST(NaturalizationLaw, the_agreement_asks_for_a_relative_and_residence)
{
    NaturalizationLaw law = naturalization_law_of(Path::agreement);
    EXPECT_TRUE(may_apply(law, {.residence_months = 18, .has_relative = true}));
    EXPECT_FALSE(may_apply(law, {.residence_months = 17, .has_relative = true}));
    Applicant alone = perfect;
    alone.has_relative = false;
    EXPECT_FALSE(may_apply(law, alone));
    law.of(Path::agreement).asks_relative[at_russia] = false;
    EXPECT_TRUE(may_apply(law, alone));
}

TEST(NaturalizationLaw, the_reformed_path_asks_for_residence)
{
    NaturalizationLaw law = naturalization_law_of(Path::reformed);
    Applicant applicant = perfect;
    applicant.residence_months = 59;
    EXPECT_FALSE(may_apply(law, applicant));
    law.of(Path::reformed).residence_months[at_russia] = 1;
    applicant.residence_months = 1;
    EXPECT_TRUE(may_apply(law, applicant));
    applicant.residence_months = 0;
    EXPECT_FALSE(may_apply(law, applicant)) << "however short, residence it must be";
    law.of(Path::reformed).residence_months[at_russia] = 0;
    EXPECT_TRUE(may_apply(law, applicant)) << "none is asked for";
}

TEST(NaturalizationLaw, the_reformed_path_asks_for_the_language_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Path::reformed);
    Applicant applicant = perfect;
    applicant.speaks_language = false;
    EXPECT_FALSE(may_apply(law, applicant));
    law.of(Path::reformed).asks_language[at_russia] = false;
    EXPECT_TRUE(may_apply(law, applicant));
}

TEST(NaturalizationLaw, the_reformed_path_asks_for_a_profession_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Path::reformed);
    Applicant applicant = perfect;
    applicant.has_profession = false;
    EXPECT_FALSE(may_apply(law, applicant));
    law.of(Path::reformed).asks_profession[at_russia] = false;
    EXPECT_TRUE(may_apply(law, applicant));
}

TEST(NaturalizationLaw, the_reformed_path_asks_for_an_address_only_if_told_to)
{
    NaturalizationLaw law = naturalization_law_of(Path::reformed);
    Applicant applicant = perfect;
    applicant.has_address = false;
    EXPECT_FALSE(may_apply(law, applicant));
    law.of(Path::reformed).asks_address[at_russia] = false;
    EXPECT_TRUE(may_apply(law, applicant));
}

TEST(NaturalizationLaw, the_queue_is_that_of_the_path)
{
    EXPECT_EQ(naturalization_law_of(Path::simplified).queue(russia, regions::osh, perfect), 3.0);
    EXPECT_EQ(naturalization_law_of(Path::agreement).queue(russia, regions::osh, perfect), 4.0);
    EXPECT_EQ(naturalization_law_of(Path::reformed).queue(russia, regions::osh, perfect), 12.0);
}

TEST(NaturalizationLaw, who_meets_several_paths_waits_in_the_shortest_queue)
{
    NaturalizationLaw law;
    for (Path const path : all_citizenship_paths)
        law.of(path) = naturalization_law_of(path).of(path);
    EXPECT_EQ(law.queue(russia, regions::osh, perfect), 3.0);
    Applicant applicant = perfect;
    applicant.lawful_months = 0;
    EXPECT_EQ(law.queue(russia, regions::osh, applicant), 4.0);
    applicant.has_relative = false;
    EXPECT_EQ(law.queue(russia, regions::osh, applicant), 12.0);
    applicant.has_address = false;
    EXPECT_FALSE(may_apply(law, applicant));
}
}  // namespace kochmon
