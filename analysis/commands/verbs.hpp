// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// The exit status where a target is missed, or no run meets the targets.
inline constexpr int status_outside = 7;
/// Where a study is not complete: stopped on request, to be gone on with (EX_TEMPFAIL), or some of
/// its runs have failed.
inline constexpr int status_to_resume = 75;
inline constexpr int status_runs_failed = 8;

/// What a word without folder and extension may name that comes with the program.
enum class LookedFor : std::uint8_t
{
    nothing,
    scenario,  // or policy
    sweep,
    calibration,     // its file
    accepted_sets,   // the folder of a calibration
    sets_of_a_study  // that, or the plan of a sweep
};

/// A file or name after a verb.
struct Positional
{
    enum class Times : std::uint8_t
    {
        once,
        at_most_once,
        at_least_once,
        any
    };
    std::string name;
    std::string meaning;
    Times times = Times::once;
    LookedFor looked_for = LookedFor::nothing;
};

/// A word after `kochmon` and what it does. Returns the exit status; mistakes are thrown.
struct Verb
{
    std::string name;
    std::string summary;
    std::vector<Positional> positionals;
    std::vector<FlagGroup> flags;
    std::string example;
    int (*act)(Flags const&);
};

Verb run_verb();
Verb validate_verb();
Verb explain_verb();
Verb levers_verb();
Verb measures_verb();
Verb policies_verb();
Verb diff_verb();
Verb calibrate_verb();
Verb compare_verb();
Verb replay_verb();
Verb sweep_verb();
Verb resume_verb();
Verb expand_verb();
Verb status_verb();
Verb merge_verb();
Verb slurm_verb();
Verb analyse_verb();
Verb export_verb();
Verb targets_verb();
Verb life_tables_verb();
Verb odd_verb();
Verb report_verb();
Verb serve_verb();
Verb figures_verb();
Verb new_verb();
Verb schema_verb();
Verb version_verb();
}  // namespace kochmon
