// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace kochmon
{
/// What Slurm says that a job may use: the texts of SLURM_CPUS_PER_TASK, which is set where a job
/// asked for it, and SLURM_CPUS_ON_NODE; nullptr: not set. The program reads them, since a library
/// does not read the environment.
struct SlurmGrant
{
    char const* cpus_per_task = nullptr;
    char const* cpus_on_node = nullptr;
};

/// Threads that the process may use, at least one: the smallest of processor affinity, the cgroup
/// quota (rounded up) and what Slurm grants; a text that is no positive number grants nothing and
/// forbids nothing.
std::size_t available_threads(SlurmGrant const& slurm = {});

/// Runs independent pieces of work on several threads. What a piece writes belongs to that piece
/// alone, so nothing depends on how many threads there are or which one takes what.
/// Two back ends: oneTBB, and plain std::jthread for the tsan preset (KOCHMON_PLAIN_THREADS), since
/// Debian's TBB is not built for ThreadSanitizer.
class Workers
{
  public:
    /// Throws MemoryError where they cannot be started.
    explicit Workers(std::size_t threads);
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    std::size_t threads() const;
    /// Calls `piece(k)` once for every k below `pieces`. When pieces throw, the exception of the
    /// smallest such k is thrown on after all have ended; later pieces may then have been left out.
    void for_each(std::size_t pieces, std::function<void(std::size_t)> const& piece) const;

  private:
    struct BackEnd;
    std::unique_ptr<BackEnd> back_end_;
};
}  // namespace kochmon
