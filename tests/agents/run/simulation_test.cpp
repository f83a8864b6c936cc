// SPDX-License-Identifier: MIT
#include "agents/run/simulation.hpp"

#include <gtest/gtest.h>

#include "agents/state/month_record.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
/// What an observer is shown, and whether it was of the population itself.
struct Shown final : MonthObserver
{
    std::vector<Month> starts;
    std::vector<Month> months;
    std::vector<std::int64_t> abroad_counted;
    std::vector<std::int64_t> abroad_in_rows;

    void see_start(MonthRecord const& record) override
    {
        EXPECT_FALSE(record.reported);
        starts.push_back(record.month);
        look(record);
    }
    void observe(MonthRecord const& record) override
    {
        months.push_back(record.month);
        look(record);
    }
    void look(MonthRecord const& record)
    {
        Persons const& persons = record.population.persons;
        abroad_counted.push_back(record.tally.total(Count::abroad));
        abroad_in_rows.push_back(0);
        for (std::size_t row = 0; row < persons.size(); ++row)
            abroad_in_rows.back() += persons.abroad(row) ? 1 : 0;
    }
};
}  // namespace

TEST(Simulation, shows_observers_the_start_and_then_every_month)
{
    Scenario const scenario = tests::TestWorld{.persons = "5000", .months = 3}.scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    Shown shown;
    simulation.add(shown);
    simulation.run();
    Month const first = scenario.settings().first_reported();
    EXPECT_EQ(shown.starts, std::vector<Month>{first - 1});
    EXPECT_EQ(shown.months, (std::vector<Month>{first, first + 1, first + 2}));
    EXPECT_EQ(shown.abroad_counted, shown.abroad_in_rows);
    EXPECT_GT(shown.abroad_in_rows.front(), 0);
    EXPECT_NE(shown.abroad_in_rows.front(), shown.abroad_in_rows.back());
}

// Without the law's ban nothing else on the row tells a removal from a return after a fine.
TEST(Simulation, dates_removals_on_the_person_and_no_other_journey_home)
{
    Scenario const scenario =
        tests::TestWorld{.persons = "30000",
                         .months = 24,
                         .set = {"jurisdictions.russia.sanctions.deportation_ban=0 months",
                                 "jurisdictions.russia.sanctions.expulsion_ban=0 months"}}
            .scenario();
    Workers const workers(1);
    Simulation simulation(scenario, synthesize(scenario), 0, {workers, {}});
    tests::Sums sums;
    simulation.add(sums);
    std::int64_t dated = 0;
    while (!simulation.ended())
    {
        MonthStamp const month = stamp(simulation.month());
        simulation.advance();
        Persons const& persons = simulation.population().persons;
        for (std::size_t row = 0; row < persons.size(); ++row)
        {
            if (persons[row].last_removed != month) continue;
            ++dated;
            ASSERT_TRUE(persons.at_home(row));
        }
    }
    EXPECT_EQ(dated, sums.flow(Count::deportations) + sums.flow(Count::expulsions) +
                         sums.flow(Count::released));
    EXPECT_GT(dated, 50);
    EXPECT_GT(sums.flow(Count::returns), dated);
}
}  // namespace kochmon
