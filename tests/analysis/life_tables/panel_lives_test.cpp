// SPDX-License-Identifier: MIT
#include "analysis/life_tables/panel_lives.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/analysis/program.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

std::string const persons_head =
    "scenario,replicate,person,origin,sex,birth,russian,profession,wage_factor,attachment\n";
std::string const persons_of_two =
    persons_head +
    "s,0,p1,osh,male,1980-06,true,false,1,100\ns,0,p2,chuy,female,1990-01,true,"
    "false,1,100\n";
std::string const spells_head =
    "scenario,replicate,person,spell,from,until,months,entered,censored,arrival,place,presence,"
    "work_right,contract,papers,sector,end\n";
std::string const home_spell =
    "s,0,p1,1,2010-01,2010-03,2,false,false,,home,home,none,none,genuine,,departure\n";
std::string const moscow_spell =
    "s,0,p1,2,2010-03,,10,true,true,2010-03,moscow,permitted,none,informal,genuine,trade,\n";

class PanelLivesOf : public testing::Test
{
  protected:
    std::vector<PanelLife> lives_of(std::string const& persons, std::string const& spells) const
    {
        put(folder_ / "panel_persons.csv", persons);
        put(folder_ / "panel_spells.csv", spells);
        PanelLives lives(folder_.path(), *kyrgyz_corridor());
        std::vector<PanelLife> all;
        while (auto life = lives.next()) all.push_back(*life);
        EXPECT_EQ(lives.scenario(), "s");
        return all;
    }
    std::string refusal_of(std::string const& persons, std::string const& spells) const
    {
        try
        {
            lives_of(persons, spells);
        }
        catch (FileError const& error)
        {
            return error.what();
        }
        return "accepted";
    }

    TestFolder folder_;
};

TEST_F(PanelLivesOf, tables_are_read_back)
{
    auto const lives = lives_of(persons_of_two, spells_head + home_spell + moscow_spell);
    ASSERT_EQ(lives.size(), 1U);  // the other died before the first reported month
    PanelLife const& life = lives.front();
    EXPECT_EQ(life.origin, regions::osh);
    EXPECT_EQ(life.sex, Sex::male);
    EXPECT_EQ(life.birth, Month::of(1980, 6));
    EXPECT_EQ(life.begin(), Month::of(2010, 1));
    EXPECT_EQ(life.end, Month::of(2011, 1));
    EXPECT_FALSE(life.died());
    ASSERT_EQ(life.spells.size(), 2U);
    EXPECT_EQ(life.spells[0].end, LifeEvent::departure);
    EXPECT_EQ(life.spells[1].arrival, stamp(Month::of(2010, 3)));
    EXPECT_EQ(life.spells[1].status.contract, Contract::informal);
    EXPECT_EQ(life.spells[1].until, std::nullopt);
}

TEST_F(PanelLivesOf, what_is_not_as_it_was_written_is_refused_at_its_place)
{
    std::string const good = spells_head + home_spell + moscow_spell;
    auto const spells_with = [&](std::string const& part, std::string const& in_its_place)
    {
        std::string spells = good;
        return spells.replace(spells.find(part), part.size(), in_its_place);
    };
    EXPECT_THAT(refusal_of(persons_of_two, spells_with("moscow", "mars")),
                HasSubstr("panel_spells.csv:3: place 'mars'"));
    EXPECT_THAT(refusal_of(persons_of_two, spells_with("2010-03,,10", "2010-04,,9")),
                HasSubstr(":3: from '2010-04': expected the month in which the spell before ends"));
    EXPECT_THAT(refusal_of(persons_of_two, spells_with(",2,false", ",0,false")),
                HasSubstr(":2: months '0'"));
    EXPECT_THAT(refusal_of(persons_of_two, spells_with("true,2010-03", "true,2011-03")),
                HasSubstr(":3: arrival '2011-03'"));
    EXPECT_THAT(refusal_of(persons_of_two, spells_with("s,0,p1,2", "s,0,p3,2")),
                HasSubstr(":3: person 'p3': expected a person of panel_persons.csv"));
    EXPECT_THAT(refusal_of(persons_of_two, good + "s,0\n"), HasSubstr(":4: has 2 cells"));
    EXPECT_THAT(refusal_of(persons_of_two, spells_with("papers", "paper")),
                HasSubstr("has no column 'papers'"));
    EXPECT_THAT(refusal_of("", good), HasSubstr("is empty"));
    EXPECT_THAT(refusal_of(persons_head + "s,-1,p1,osh,male,1980-06,true,false,1,100\n", good),
                HasSubstr("replicate '-1'"));
}
}  // namespace
}  // namespace kochmon
