// SPDX-License-Identifier: MIT
#include "engine/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>

#ifdef KOCHMON_PLAIN_THREADS
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

#include "engine/contract.hpp"
#include "engine/demand_threads.hpp"

namespace kochmon
{
namespace
{
/// Runs pieces and keeps the exception of the smallest one. Only pieces after a failed one are left
/// out, so the exception that is thrown on depends on no timing.
class Attempt
{
  public:
    Attempt(std::size_t pieces, std::function<void(std::size_t)> const& piece)
        : first_failed_(pieces), piece_(piece)
    {
    }
    void run(std::size_t k)
    {
        if (k > first_failed_.load(std::memory_order_relaxed)) return;
        try
        {
            piece_(k);
        }
        catch (...)
        {
            keep(k, std::current_exception());
        }
    }
    void throw_on()
    {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    void keep(std::size_t k, std::exception_ptr failure)
    {
        std::lock_guard const lock(keeping_);
        if (failure_ && k > first_failed_.load(std::memory_order_relaxed)) return;
        first_failed_.store(k, std::memory_order_relaxed);
        failure_ = std::move(failure);
    }

    std::atomic<std::size_t> first_failed_;
    std::function<void(std::size_t)> const& piece_;
    std::mutex keeping_;
    std::exception_ptr failure_;
};

void run_all(std::size_t pieces, Attempt& attempt)
{
    for (std::size_t k = 0; k < pieces; ++k) attempt.run(k);
}
}  // namespace

#ifdef KOCHMON_PLAIN_THREADS

struct Workers::BackEnd
{
    explicit BackEnd(std::size_t count) : threads(count) {}
    std::size_t threads;

    void run(std::size_t pieces, Attempt& attempt) const
    {
        std::atomic<std::size_t> next = 0;
        auto const take_pieces = [&]
        {
            for (std::size_t k = next++; k < pieces; k = next++) attempt.run(k);
        };
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(threads, pieces); ++i)
            others.emplace_back(take_pieces);
        take_pieces();
    }
};

#else

struct Workers::BackEnd
{
    explicit BackEnd(std::size_t count) : threads(count), arena(static_cast<int>(count))
    {
        if (threads > static_cast<std::size_t>(tbb::info::default_concurrency()))
            more_than_processors.emplace(tbb::global_control::max_allowed_parallelism, threads);
    }
    std::size_t threads;
    std::optional<tbb::global_control> more_than_processors;
    tbb::task_arena arena;

    void run(std::size_t pieces, Attempt& attempt)
    {
        arena.execute(
            [&]
            {
                tbb::parallel_for(
                    tbb::blocked_range<std::size_t>(0, pieces),
                    [&](tbb::blocked_range<std::size_t> const& range)
                    {
                        for (std::size_t k = range.begin(); k < range.end(); ++k) attempt.run(k);
                    },
                    tbb::simple_partitioner());
            });
    }
};

#endif

Workers::Workers(std::size_t threads)
{
    EXPECT(threads >= 1 && threads <= 4096);
    demand_threads(threads);
    back_end_ = std::make_unique<BackEnd>(threads);
}

Workers::~Workers() = default;

std::size_t Workers::threads() const
{
    return back_end_->threads;
}

void Workers::for_each(std::size_t pieces, std::function<void(std::size_t)> const& piece) const
{
    Attempt attempt(pieces, piece);
    if (threads() == 1 || pieces <= 1)
        run_all(pieces, attempt);
    else
        back_end_->run(pieces, attempt);
    attempt.throw_on();
}
}  // namespace kochmon
