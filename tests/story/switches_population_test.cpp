// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/story/switches.hpp"

// Births and deaths act, and their levers switch them off.
namespace kochmon
{
namespace
{
using namespace switches;

std::vector<Switch> switches_of_population()
{
    Settings const immortal{"population.mortality=0"};
    Settings const dangerous{"population.mortality=4",
                             "jurisdictions.russia.criminal.database_check=4 %/month",
                             "rules.status.crime_cost=0 RUB/month"};
    Settings immortal_in_danger = dangerous;
    immortal_in_danger.front() = "population.mortality=0";
    return {
        {"births", Count::births, {}, {"population.fertility=0"}},
        {"deaths", Count::deaths, {}, immortal},
        {"bans_of_the_dead",
         Count::bans_of_the_dead,
         {"population.mortality=4", "jurisdictions.russia.offences.hazard=20 %/month",
          "jurisdictions.russia.repeat_ban.chance=100 %"},
         {"population.mortality=0", "jurisdictions.russia.offences.hazard=20 %/month",
          "jurisdictions.russia.repeat_ban.chance=100 %"}},
        {"deaths_in_prison", Count::deaths_in_prison, dangerous, immortal_in_danger},
    };
}

class MechanismOfPopulation : public testing::TestWithParam<Switch>
{
};
}  // namespace

TEST_P(MechanismOfPopulation, acts_when_on_and_not_when_off)
{
    expect_acts(GetParam());
}
INSTANTIATE_TEST_SUITE_P(Population, MechanismOfPopulation,
                         testing::ValuesIn(switches_of_population()), mechanism_of);

TEST(MechanismOfPopulation, growing_up_makes_children_leave)
{
    // Who leaves at 16 or 17 in the fourth year was a child at the start.
    Scenario const scenario = tests::TestWorld{.months = 48}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    simulation.run();
    Persons const& persons = simulation.population().persons;
    MonthStamp const too_young = stamp(scenario.settings().start - 12 * departure_age.from);
    int left = 0;
    for (std::size_t row = 0; row < persons.size(); ++row)
        left += persons.birth[row] > too_young && persons[row].trips > 0;
    EXPECT_GT(left, 5);
}
}  // namespace kochmon
