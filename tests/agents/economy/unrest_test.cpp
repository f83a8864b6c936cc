// SPDX-License-Identifier: MIT
#include "agents/economy/unrest.hpp"

#include <gtest/gtest.h>

#include "agents/options/life_abroad.hpp"
#include "agents/vocabulary/decision_points.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
/// A world after two months, and a person from Osh abroad.
class AfterTwoMonths : public testing::Test
{
  protected:
    AfterTwoMonths()
        : scenario_(tests::TestWorld{.persons = "5000", .months = 2}.scenario()),
          simulation_(scenario_, synthesize(scenario_), 0, {workers_, {}})
    {
        simulation_.run();
        Persons const& persons = population().persons;
        while (persons.at_home(somebody) || persons[somebody].origin != regions::osh ||
               persons[somebody].work_right == WorkRight::citizen)
            ++somebody;
    }

    Population& population() { return simulation_.population(); }
    Society society() const { return simulation_.society(); }
    double value_of_home(Society const& society)
    {
        return LifeAbroad(society, population(), somebody, Lists::open).value_of_home();
    }

    Workers workers_{1};
    Scenario scenario_;
    Simulation simulation_;
    std::size_t somebody = 0;
};
}  // namespace

TEST_F(AfterTwoMonths, unrest_is_off_the_value_of_home_in_the_regions_it_concerns)
{
    Society troubled = society();
    troubled.parameters.unrest.cost[index(regions::naryn)] = 4'000.0;
    EXPECT_EQ(value_of_home(troubled), value_of_home(society()));
    troubled.parameters.unrest.cost[index(regions::osh)] = 4'000.0;
    EXPECT_NEAR(value_of_home(troubled), value_of_home(society()) - 4'000.0, 1e-6);
}

TEST(Unrest, in_one_country_is_none_in_another)
{
    Unrest unrest = tests::baseline_parameters({"home.unrest=4000 RUB/month"}).unrest;
    EXPECT_EQ(unrest.at(regions::batken), 4'000.0);
    EXPECT_EQ(unrest.at(regions::talas), 4'000.0);
    EXPECT_EQ(unrest.at(regions::uzbekistan), 0.0);
    EXPECT_EQ(unrest.at(regions::tajikistan), 0.0);
    unrest = tests::baseline_parameters({"origins.tajikistan.home.unrest=3000 RUB/month"}).unrest;
    EXPECT_EQ(unrest.at(regions::talas), 0.0);
    EXPECT_EQ(unrest.at(regions::uzbekistan), 0.0);
    EXPECT_EQ(unrest.at(regions::tajikistan), 3'000.0);
}

TEST(Unrest, is_told_by_region_where_a_country_has_it_so)
{
    /// Gives the cells of a parameter 1, 2, 3.
    class Numbered final : public Fields
    {
      public:
        using Fields::Fields;
        void table(std::string const&, TableDeclared const&) override {}
        std::vector<std::string> told;

      protected:
        void parameter(std::string const& path, Declared const& declared,
                       Assign const& assign) override
        {
            std::vector<double> values{1.0};
            std::string text = path + ':';
            if (!declared.groups.empty())
                for (std::string const& name : declared.groups.front().names)
                {
                    values.push_back(values.back() + 1.0);
                    text += ' ' + name;
                }
            if (!declared.groups.empty()) values.pop_back();
            told.push_back(text);
            assign(values);
        }
    };
    Corridor corridor("of-tests");
    Country const hills = corridor.add_country("hills", {"east", "west"});
    Country const coast = corridor.add_country("coast", {"bay", "cape", "delta"});
    corridor.say_what_has(hills, {});
    corridor.say_what_has(coast, {Own::unrest_by_region});
    Unrest unrest;
    Numbered numbered(corridor);
    unrest.fields(numbered);
    EXPECT_EQ(numbered.told, (std::vector<std::string>{"origins.coast.home.unrest: bay cape delta",
                                                       "home.unrest:"}));
    std::vector<double> at;
    for (Region const region : corridor.regions()) at.push_back(unrest.at(region));
    EXPECT_EQ(at, (std::vector{1.0, 1.0, 1.0, 2.0, 3.0})) << "hills as a whole, then each of coast";
}

TEST_F(AfterTwoMonths, what_the_state_gives_is_on_the_value_of_home_over_the_horizon)
{
    Society helping = society();
    helping.parameters.return_credit.amount.fill(Kopecks::from_roubles(90'000));
    helping.parameters.return_credit.easy = Share(0.5);
    helping.parameters.return_credit.months_abroad = 0;
    double const horizon = helping.parameters.value.horizon(Aim::save);
    EXPECT_NEAR(value_of_home(helping), value_of_home(society()) + 45'000.0 / horizon, 1e-6);
    helping.parameters.return_credit.easy = Share(0.0);
    EXPECT_EQ(value_of_home(helping), value_of_home(society()));
}

TEST_F(AfterTwoMonths, citizenship_is_told_of_unrest)
{
    Society troubled = society();
    troubled.parameters.unrest.cost[index(regions::osh)] = 4'000.0;
    LifeAbroad const life(troubled, population(), somebody, Lists::open);
    EXPECT_EQ(life.citizenship().unrest, 4'000.0);
}

TEST(Unrest, moves_people_out_of_home_and_nobody_back)
{
    DepartureParameters departure;
    departure.destinations = kyrgyz_corridor()->destinations();
    departure.noise = 6'000.0;
    departure.going_dissimilarity = 0.7;
    departure.main_dissimilarity = 0.5;
    ByPlace<Offer> offers{};
    offers[index(destinations::moscow)] = {.open = true, .pay = 9'000.0, .value = 1'000.0};
    offers[index(destinations::kazakhstan)] = {.open = true, .pay = 7'000.0, .value = 0.0};
    MonthDraws const luck({7, 0}, Month::of(2010, 6));
    int moved = 0;
    for (std::uint64_t person = 0; person < 20'000; ++person)
    {
        ChoiceNoise const noise{luck, SubjectKey::person_of_the_start(person),
                                block(DecisionPoint::departure)};
        auto const calm =
            choose_destination(departure, Kernel::diminishing_nested, 5'000.0, offers, noise);
        auto const troubled = choose_destination(departure, Kernel::diminishing_nested,
                                                 5'000.0 - 4'000.0, offers, noise);
        ASSERT_TRUE(!calm || calm == troubled) << "who leaves anyway goes to the same place";
        moved += !calm && troubled ? 1 : 0;
    }
    EXPECT_GT(moved, 1'000);
}

TEST(Unrest, adds_its_weight_to_what_citizenship_is_worth)
{
    NaturalizationParameters parameters;
    parameters.noise = 4'000.0;
    parameters.unrest_weight = 0.5;
    MonthDraws const luck({7, 0}, Month::of(2010, 6));
    auto const applies = [&](std::uint64_t person, Citizenship const& citizenship)
    {
        ChoiceNoise const noise{luck, SubjectKey::person_of_the_start(person),
                                block(DecisionPoint::naturalization_choice)};
        return choose_naturalization(parameters, 0.0, citizenship, noise);
    };
    int moved = 0;
    for (std::uint64_t person = 0; person < 20'000; ++person)
    {
        // 0.5 x 4,000 of unrest are worth as much as 2,000 of money.
        Answer const troubled = applies(person, {.value_of_money = -6'000.0, .unrest = 4'000.0});
        ASSERT_EQ(troubled, applies(person, {.value_of_money = -4'000.0}));
        moved += troubled != applies(person, {.value_of_money = -6'000.0}) ? 1 : 0;
    }
    EXPECT_GT(moved, 500);
}
}  // namespace kochmon
