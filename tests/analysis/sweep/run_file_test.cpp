// SPDX-License-Identifier: MIT
#include "analysis/sweep/run_file.hpp"

#include <cstdlib>
#include <random>
#include <utility>

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
SweepRun a_run()
{
    return {.study = "abc",
            .scenario = "def",
            .point = 12,
            .replicate = 3,
            .population = 3,
            .agents = 20'000,
            .weight = 255.5,
            .rows =
                "scenario,replicate,month,measure,by,group,value,unit\n"
                "p00012,3,2010-12,abroad,total,total,5.5,persons\n"};
}

TEST(SweepRunFile, is_read_as_it_was_written)
{
    SweepRun const run = a_run();
    SweepRun const read = read_sweep_run("run.csv", text_of(run));
    EXPECT_EQ(read.study, run.study);
    EXPECT_EQ(read.scenario, run.scenario);
    EXPECT_EQ(read.point, run.point);
    EXPECT_EQ(read.replicate, run.replicate);
    EXPECT_EQ(read.population, run.population);
    EXPECT_EQ(read.agents, run.agents);
    EXPECT_EQ(read.weight, run.weight);
    EXPECT_EQ(read.rows, run.rows);
}

TEST(SweepRunFile, of_which_any_byte_is_another_is_recognised)
{
    std::string const text = text_of(a_run());
    for (std::size_t at = 0; at < text.size(); ++at)
        for (int const turned : {1, 0x20, 0x80})
        {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ turned);
            EXPECT_THROW(read_sweep_run("run.csv", changed), FileError) << at;
        }
}

TEST(SweepRunFile, that_is_cut_or_longer_is_recognised)
{
    std::string const text = text_of(a_run());
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_THROW(read_sweep_run("run.csv", text.substr(0, length)), FileError) << length;
    EXPECT_THROW(read_sweep_run("run.csv", text + '\n'), FileError);
    EXPECT_THROW(read_sweep_run("run.csv", text + text), FileError);
}

// A byte that becomes any other, and a cut anywhere; a million under KOCHMON_RARE_CHECKS.
TEST(SweepRunFile, is_recognised_damaged_by_chance)
{
    std::string text = text_of(a_run());
    int const tries = std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 500'000 : 1'000;
    std::mt19937_64 chance(20100101);
    for (int change = 0; change < tries; ++change)
    {
        char& byte = text[chance() % text.size()];
        char const before = std::exchange(
            byte, static_cast<char>(static_cast<unsigned char>(byte) + 1U + chance() % 255U));
        ASSERT_THROW(read_sweep_run("run.csv", text), FileError) << &byte - text.data();
        byte = before;
        ASSERT_THROW(read_sweep_run("run.csv", text.substr(0, chance() % text.size())), FileError);
    }
    EXPECT_NO_THROW(read_sweep_run("run.csv", text));
}
}  // namespace
}  // namespace kochmon
