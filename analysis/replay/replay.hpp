// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/parallel.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/replay/past_run.hpp"
#include "analysis/replay/table_difference.hpp"
#include "analysis/replay/watch.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
/// How a run is repeated; nothing here may change what is found.
struct ReplayRequest
{
    Workers const& workers;
    Cut cut = {};
    std::function<bool()> stop_asked = {};
    std::function<void(MonthRecord const&)> month_lived = {};  // for who tells progress
};

/// Whether one can say whose life differs, and why not.
enum class Lives : std::uint8_t
{
    same,
    differ,
    of_a_comparison,  // keeps no fingerprints
    without_file,     // the run left none
    unreadable,
    file_changed,  // since the run was written; in what is left of it no life differs
    other_months   // the fingerprints are of other months
};

/// What the repetition of a run has found.
struct Repetition
{
    bool stopped = false;                     // on request; nothing is then known
    std::vector<WrittenFile> files = {};      // as the repetition has them
    std::vector<std::string> differing = {};  // files: from what is there or from run.json
    std::vector<std::string> edited = {};     // files that are no longer as the run wrote them
    std::vector<std::string> put_there = {};  // of these, those that are as the repetition's
    std::vector<std::string> not_made = {};   // files of the run that this program does not make
    std::vector<std::string> new_files = {};  // files that the run does not have
    std::vector<ColumnsDifference> columns = {};
    std::optional<TableDifference> first = {};  // over all tables
    Lives lives = Lives::same;
    std::optional<DifferingLives> whose = {};

    // A file that was changed proves nothing, even where it is as the repetition's.
    bool identical() const { return differing.empty() && not_made.empty() && edited.empty(); }
};

/// Repeats the run in memory and compares all its result files. Writes nothing. Scenario and data
/// are those of the run (demand_same_inputs).
Repetition repeat(PastRun const& run, ReplayRequest const& request);
}  // namespace kochmon
