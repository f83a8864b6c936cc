// SPDX-License-Identifier: MIT
#include "agents/programmes/courses.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t pupils = 100'000;
MonthDraws const january({5, 0}, Month::of(2010, 1));

Persons without_anything()
{
    Persons persons;
    persons.ban_end.resize(kyrgyz_corridor()->jurisdictions().size());
    persons.resize(pupils);
    for (std::size_t person = 0; person < pupils; ++person) persons.key[person] = person;
    return persons;
}

Courses of(double language, double profession)
{
    Courses courses;
    courses.language[index(first_country)] = Share(language);
    courses.profession[index(first_country)] = Share(profession);
    return courses;
}
}  // namespace

TEST(Courses, teach_their_share_of_those_who_lack_it)
{
    Persons const persons = without_anything();
    int language = 0;
    int both = 0;
    for (std::size_t person = 0; person < pupils; ++person)
    {
        Learnt const now = learnt(of(0.3, 0.2), persons, person, january);
        language += now.language ? 1 : 0;
        both += now.language && now.profession ? 1 : 0;
    }
    // Five standard errors; the two draws are independent.
    auto const expect_share = [](int counted, double share)
    { EXPECT_NEAR(counted / 1e5, share, 5.0 * std::sqrt(share * (1.0 - share) / 1e5)); };
    expect_share(language, 0.3);
    expect_share(both, 0.06);
}

TEST(Courses, teach_nothing_to_who_knows_it)
{
    Persons persons = without_anything();
    persons[0].language = 1;
    persons[1].profession = 1;
    EXPECT_FALSE(learnt(of(1.0, 1.0), persons, 0, january).language);
    EXPECT_TRUE(learnt(of(1.0, 1.0), persons, 0, january).profession);
    EXPECT_FALSE(learnt(of(1.0, 1.0), persons, 1, january).profession);
    persons[2].origin = regions::uzbekistan;
    EXPECT_FALSE(learnt(of(1.0, 1.0), persons, 2, january).language);
}

TEST(Courses, that_are_not_held_teach_nobody)
{
    Persons const persons = without_anything();
    EXPECT_FALSE(of(0.0, 0.0).held(first_country));
    EXPECT_TRUE(of(0.0, 0.1).held(first_country));
    EXPECT_FALSE(of(0.0, 0.1).held(countries::tajikistan)) << "courses of another state";
    for (std::size_t person = 0; person < pupils; ++person)
    {
        Learnt const now = learnt(of(0.0, 0.0), persons, person, january);
        ASSERT_FALSE(now.language || now.profession);
    }
}
}  // namespace kochmon
