// SPDX-License-Identifier: MIT
#include "analysis/runs/forecast.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/runs/run_tables.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

class ForecastOfRun : public testing::Test
{
  protected:
    ForecastRequest request(std::int64_t agents, std::uint32_t replicates = 1) const
    {
        return {.run = {.workers = workers_, .replicates = replicates},
                .agents = agents,
                .with_agents = [](std::int64_t so_many) {
                    return tests::TestWorld{.persons = std::to_string(so_many), .months = 12}
                        .scenario();
                }};
    }

    Workers workers_{1};
};
}  // namespace

// Rows hold more figures where more persons are counted: within a quarter.
TEST_F(ForecastOfRun, tells_the_size_of_the_tables)
{
    Scenario const scenario = tests::TestWorld{.persons = "20000", .months = 12}.scenario();
    RunTables tables(scenario, std::nullopt, {}, workers_);
    auto const observers = tables.observers();
    run_scenario(scenario, {.workers = workers_}, observers);
    double written = 0.0;
    tables.make([&](std::string const& name, std::string const& text)
                { written += name == "measures.csv" ? 0.0 : static_cast<double>(text.size()); });
    double const expected = forecast(request(20'000)).disk;
    EXPECT_GT(expected, 0.75 * written);
    EXPECT_LT(expected, 1.25 * written);
}

TEST_F(ForecastOfRun, counts_checkpoints)
{
    ForecastRequest every_month = request(20'000, 2);
    every_month.checkpoint_every = 1;
    Forecast const with = forecast(every_month);
    Forecast const without = forecast(request(20'000, 2));
    // Three at a time, each some bytes an agent; one of them in memory.
    EXPECT_GT(with.disk - without.disk, 3 * 15.0 * 20'000);
    EXPECT_LT(with.memory - without.memory, 100.0 * 20'000);
    EXPECT_GT(with.memory - without.memory, 15.0 * 20'000);
}

TEST_F(ForecastOfRun, grows_with_replicates_in_time_and_on_the_disk_alone)
{
    Forecast const few = forecast(request(3000, 2));
    Forecast const many = forecast(request(3000, 2000));
    EXPECT_GT(many.seconds, 100.0 * few.seconds);
    EXPECT_NEAR(many.disk, 1000.0 * few.disk, 0.01 * many.disk);
    EXPECT_NEAR(many.memory, few.memory, 0.01 * few.memory);
}

TEST_F(ForecastOfRun, refuses_more_agents_than_memory_and_names_how_many_would_do)
{
    constexpr std::uint64_t available = 500'000'000;
    std::string told;
    try
    {
        demand_memory_of_run(request(5'000'000, 2), available);
    }
    catch (MemoryError const& error)
    {
        told = error.what();
    }
    EXPECT_THAT(told, HasSubstr("5000000 agents need about"));
    std::size_t const number = told.find("--persons ");
    ASSERT_NE(number, std::string::npos) << told;
    std::int64_t const would_do = std::stoll(told.substr(number + 10));
    EXPECT_GT(would_do, 100'000);
    EXPECT_NO_THROW(demand_memory_of_run(request(would_do, 2), available));
    EXPECT_THROW(demand_memory_of_run(request(would_do * 5 / 4, 2), available), MemoryError);
}

TEST(Told, amounts_have_the_unit_in_which_they_are_read)
{
    EXPECT_EQ(told_seconds(0.2), "1 s");
    EXPECT_EQ(told_seconds(59.0), "59 s");
    EXPECT_EQ(told_seconds(90.0), "1.5 min");
    EXPECT_EQ(told_seconds(7200.0 * 13), "1.1 days");
    EXPECT_EQ(told_bytes(700.0), "700 B");
    EXPECT_EQ(told_bytes(55e6), "55 MB");
    EXPECT_EQ(told_bytes(2.34e9), "2.3 GB");
}
}  // namespace kochmon
