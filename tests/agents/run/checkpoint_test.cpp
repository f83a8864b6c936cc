// SPDX-License-Identifier: MIT
// A simulation that is written down between two months and goes on elsewhere.
#include <gtest/gtest.h>

#include "engine/packed_state.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
std::string packed(Simulation const& world)
{
    Packer packer("");
    world.pack(packer);
    return packer.sealed();
}

std::unique_ptr<Simulation> unpacked(std::string const& file, Scenario const& scenario,
                                     Execution const& execution)
{
    Unpacker unpacker(file);
    auto world = Simulation::unpacked(scenario, 1, execution, unpacker);
    EXPECT_EQ(unpacker.left(), 0U) << "something was written that is not read";
    return world;
}

/// The law and the prices move, a shock ramps, births and deaths of two Januaries.
Scenario eventful_years()
{
    Overrides const overrides{
        .set = {"time.start=2013-06", "time.warm_up=4 months"}, .persons = "3000", .months = 26};
    return load_model(std::string(KOCHMON_SOURCE) + "/config/history.yaml", overrides);
}

class RestartOn : public testing::TestWithParam<std::size_t>
{
};

TEST_P(RestartOn, threads_at_every_month_equals_one_run)
{
    Scenario const scenario = eventful_years();
    Workers const one(1);
    Workers const several(GetParam());
    Execution const alone{one, {}};
    Execution const others{several, {.tile_persons = 100 * GetParam(), .piece_persons = 500}};
    Simulation undisturbed(scenario, synthesize(scenario), 1, alone);
    std::string state;
    std::unique_ptr<Simulation> restarted;
    int months = 0;
    for (; !undisturbed.ended(); ++months)
    {
        undisturbed.advance();
        state = packed(undisturbed);
        if (restarted)
        {
            restarted->advance();
            ASSERT_EQ(packed(*restarted), state) << undisturbed.month().text();
            ASSERT_EQ(restarted->record().tally, undisturbed.record().tally);
        }
        restarted = unpacked(state, scenario, others);
        ASSERT_EQ(restarted->month(), undisturbed.month());
        ASSERT_EQ(packed(*restarted), state);
    }
    EXPECT_EQ(months, 30);
    EXPECT_TRUE(restarted->ended());
}

INSTANTIATE_TEST_SUITE_P(Checkpoint, RestartOn, testing::Values(1U, 2U, 7U));
}  // namespace

TEST(Checkpoint, of_another_seed_or_replicate_or_of_no_state_is_refused)
{
    tests::TestWorld world{.persons = "500", .months = 3};
    Scenario const scenario = world.scenario();
    Workers const workers(1);
    Execution const execution{workers, {}};
    Simulation simulation(scenario, synthesize(scenario), 1, execution);
    simulation.advance();
    std::string const file = packed(simulation);
    Unpacker of_another_replicate(file);
    EXPECT_THROW(Simulation::unpacked(scenario, 2, execution, of_another_replicate), DamageError);
    world.set = {"population.seed=3"};
    Scenario const other = world.scenario();
    Unpacker of_another_seed(file);
    EXPECT_THROW(Simulation::unpacked(other, 1, execution, of_another_seed), DamageError);
    std::string const empty = Packer("").sealed();
    Unpacker of_nothing(empty);
    EXPECT_THROW(Simulation::unpacked(scenario, 1, execution, of_nothing), DamageError);
}

// A column that is not declared does not compile; one that is declared is in the file.
TEST(Checkpoint, holds_every_column_of_persons_and_households)
{
    Scenario const scenario = tests::TestWorld{.persons = "500", .months = 3}.scenario();
    Population const population = synthesize(scenario);
    Packer packer("");
    pack(packer, population);
    std::string const file = packer.sealed();
    Unpacker unpacker(file);
    Population back;
    EXPECT_FALSE(back.is_whole());
    unpack(unpacker, back);
    EXPECT_TRUE(back.is_whole());
    EXPECT_EQ(unpacker.left(), 0);
    EXPECT_EQ(back.bytes(), population.bytes());
    EXPECT_EQ(back.persons.records, population.persons.records);
    back.persons.records.pop_back();
    EXPECT_FALSE(back.is_whole());
}
}  // namespace kochmon
