// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "agents/state/piece.hpp"

#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// One of several parts of a study, which other processes or machines do.
struct Shard
{
    std::size_t number = 1;  // from 1
    std::size_t of = 1;
};

/// What is left of a study, as tasks: one replicate of a group of points each.
struct SweepTask
{
    std::size_t group = 0;
    std::uint32_t replicate = 0;
    std::vector<std::size_t> points = {};  // by number; the base among them where it is missing
};
/// All of them, done or not.
std::size_t count_tasks(Study const& study);
/// In the order of groups, then replicates.
std::vector<SweepTask> tasks_left(Study const& study, Shard const& shard = {});

/// How a study is to be carried on.
struct SweepRequest
{
    std::size_t threads = 1;
    Cut cut = {};
    Shard shard = {};
    std::function<bool()> stop_asked = {};
    /// After each run, from any thread, one call at a time: whether it is kept or has failed.
    std::function<void(RunNumber, bool is_kept)> run_ended = {};
    /// At the end, if points hold shocks that do nothing: how many do, and the first with its
    /// place.
    std::function<void(std::size_t points, std::string const& first)> idle_found = {};
};

/// Carries out every run of the shard that is missing. A run that fails is noted with its reason
/// and the others go on. False: it was stopped on request. Throws MemoryError, FileError.
bool carry_on(Study const& study, SweepRequest const& request);
}  // namespace kochmon
