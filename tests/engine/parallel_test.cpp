// SPDX-License-Identifier: MIT
#include "engine/parallel.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/resource.h>

#include "engine/error.hpp"

namespace kochmon
{
using testing::ThrowsMessage;

class WorkersOf : public testing::TestWithParam<std::size_t>
{
};

INSTANTIATE_TEST_SUITE_P(Threads, WorkersOf, testing::Values(1, 2, 7, 64));

TEST_P(WorkersOf, run_every_piece_once)
{
    Workers const workers(GetParam());
    EXPECT_EQ(workers.threads(), GetParam());
    for (std::size_t const pieces : {0U, 1U, 2U, 63U, 10'000U})
    {
        std::vector<std::atomic<int>> times(pieces);
        workers.for_each(pieces, [&](std::size_t k) { ++times[k]; });
        for (auto const& count : times) ASSERT_EQ(count, 1);
    }
}

TEST_P(WorkersOf, make_what_a_piece_wrote_visible_without_locks)
{
    Workers const workers(GetParam());
    std::vector<std::size_t> squares(5000);
    for (std::size_t round = 0; round < 5; ++round)
    {
        workers.for_each(squares.size(), [&](std::size_t k) { squares[k] += k * k; });
        for (std::size_t k = 0; k < squares.size(); ++k) ASSERT_EQ(squares[k], (round + 1) * k * k);
    }
}

TEST_P(WorkersOf, throw_on_the_exception_of_the_smallest_piece)
{
    Workers const workers(GetParam());
    for (int repetition = 0; repetition < 50; ++repetition)
    {
        std::atomic<int> before_the_failure = 0;
        auto const run = [&]
        {
            workers.for_each(200,
                             [&](std::size_t k)
                             {
                                 if (k < 90) ++before_the_failure;
                                 if (k >= 90 && k % 10 == 0)
                                     throw std::runtime_error("piece " + std::to_string(k));
                             });
        };
        EXPECT_THAT(run, ThrowsMessage<std::runtime_error>("piece 90"));
        EXPECT_EQ(before_the_failure, 90);
    }
    std::atomic<int> afterwards = 0;
    workers.for_each(10, [&](std::size_t) { ++afterwards; });
    EXPECT_EQ(afterwards, 10);
}

TEST_P(WorkersOf, may_be_asked_again_from_within_a_piece)
{
    Workers const workers(GetParam());
    std::atomic<int> runs = 0;
    workers.for_each(8, [&](std::size_t) { workers.for_each(8, [&](std::size_t) { ++runs; }); });
    EXPECT_EQ(runs, 64);
}

TEST(Workers, alone_work_in_the_thread_of_the_caller_and_in_order)
{
    std::vector<std::size_t> order;
    auto const caller = std::this_thread::get_id();
    Workers(1).for_each(5,
                        [&](std::size_t k)
                        {
                            order.push_back(k);
                            EXPECT_EQ(std::this_thread::get_id(), caller);
                        });
    EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4));
}

// Each piece waits until all have begun: only so many threads at once can end it in time.
TEST(Workers, may_be_more_than_the_processors)
{
    std::size_t const threads = std::thread::hardware_concurrency() + 2;
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::atomic<std::size_t> begun = 0;
    Workers(threads).for_each(
        threads,
        [&](std::size_t)
        {
            ++begun;
            while (begun < threads && std::chrono::steady_clock::now() < deadline)
                std::this_thread::yield();
        });
    EXPECT_LT(std::chrono::steady_clock::now(), deadline);
}

TEST(Workers, refuse_to_be_none)
{
    EXPECT_THROW(Workers(0), InternalError);
}

#ifndef KOCHMON_SANITIZED
// In a process of its own, since a limit cannot be raised again.
TEST(Workers, that_a_limit_of_address_space_does_not_admit_are_refused)
{
    auto const refusal_under_a_limit = []
    {
        rlimit const limit{300'000'000, 300'000'000};
        ::setrlimit(RLIMIT_AS, &limit);
        try
        {
            Workers const workers(64);
        }
        catch (MemoryError const& error)
        {
            std::cerr << error.what();
        }
        std::_Exit(0);
    };
    EXPECT_EXIT(refusal_under_a_limit(), testing::ExitedWithCode(0),
                "64 threads need about .* MiB of address space, .* --threads .* would do");
}
#endif

TEST(AvailableThreads, are_at_least_one_and_respect_slurm)
{
    std::size_t const without = available_threads();
    EXPECT_GE(without, 1U);
    EXPECT_EQ(available_threads({.cpus_per_task = "1"}), 1U);
    EXPECT_EQ(available_threads({.cpus_on_node = "1"}), 1U);
    EXPECT_EQ(available_threads({"1", "1000000"}), 1U);
    EXPECT_EQ(available_threads({"1000000", "1"}), 1U);
    EXPECT_EQ(available_threads({"1000000", "1000000"}), without);
    for (char const* no_number : {"", "0", "-3", "2x", " 1", "4(x2)", "99999999999999999999999"})
    {
        EXPECT_EQ(available_threads({no_number, no_number}), without) << no_number;
        EXPECT_EQ(available_threads({no_number, "1"}), 1U) << no_number;
    }
}

TEST(AvailableThreads, respect_the_affinity)
{
    cpu_set_t before, first_only;
    ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
    CPU_ZERO(&first_only);
    for (std::size_t cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&first_only) == 0; ++cpu)
        if (CPU_ISSET(cpu, &before)) CPU_SET(cpu, &first_only);
    ASSERT_EQ(sched_setaffinity(0, sizeof first_only, &first_only), 0);
    EXPECT_EQ(available_threads(), 1U);
    ASSERT_EQ(sched_setaffinity(0, sizeof before, &before), 0);
}
}  // namespace kochmon
