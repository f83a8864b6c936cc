// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "agents/state/piece.hpp"

#include "analysis/commands/slurm_scripts.hpp"

namespace kochmon
{
enum class ProgressForm : std::uint8_t
{
    automatic,  // a bar on a terminal, else plain
    plain,
    json,
    none
};

enum class Loudness : std::uint8_t
{
    quiet,
    normal,
    verbose
};

/// A command line as read: what the flags of interfaces.md say.
struct Flags
{
    std::vector<std::string> command;    // all of it, for run.json
    std::vector<std::string> arguments;  // files and names after the verb
    Overrides overrides;
    std::optional<std::string> output;
    std::string language = "en";             // of a report
    std::optional<std::size_t> panel;        // persons whose lives are written down
    std::optional<std::string> measures;     // that series.csv keeps
    std::optional<std::string> months_kept;  // likewise
    std::optional<int> checkpoint_every;     // months
    std::optional<std::string> from;         // a run that goes on: its folder, or a checkpoint
    std::optional<std::uint32_t> replicates;
    std::optional<std::uint32_t> populations;     // synthetic ones, among which they are divided
    std::optional<std::string> parameters;        // folder of a calibration
    std::optional<std::uint32_t> parameter_sets;  // of those that it accepts
    std::optional<std::size_t> threads;
    Cut cut;
    ProgressForm progress = ProgressForm::automatic;
    Loudness loudness = Loudness::normal;
    std::optional<std::string> by;         // traits by which persons are told apart
    std::optional<std::string> precision;  // to which an effect is to be known
    std::optional<std::size_t> traces;     // pairs of lives written side by side
    bool without_direct = false;           // the rule alone is not lived
    std::optional<std::string> targets;    // file of targets
    std::vector<std::string> robust;       // folders of calibrations, plans of sweeps
    std::optional<std::size_t> points;     // of a study that grows
    std::optional<std::string> shard;      // `2/5`: which part of a study
    ClusterWish cluster;                   // what a sweep asks of one
    std::optional<std::string> between;    // months or years of a change
    std::optional<std::uint16_t> port;     // of a server; nothing: a free one
    std::optional<std::string> base;       // over which its policies are laid
    std::optional<std::string> formats;    // of pictures for print
    std::optional<std::size_t> width;      // of a sheet for print, millimetres
    bool shocks = false;                   // answers to shocks instead of levels
    bool dry_run = false;
    bool strict = false;  // a shock that does nothing is an error
    bool force = false;
    bool json = false;
    std::optional<std::string> search;  // words to look for
    bool all = false;
    bool assumptions = false;
    bool markdown = false;
    std::optional<std::string> corridor;           // file of one that is to be written
    std::optional<std::string> like;               // scenario whose values it goes by
    std::optional<double> rate;                    // of its first currency
    std::string templates = "docs/templates/odd";  // where the prose of a description stands
};

/// Groups of flags that a verb takes.
enum class FlagGroup : std::uint8_t
{
    scenario,      // what a scenario is run with: seeds, persons, months, --set
    strictness,    // --strict
    replicates,    // --replicates, --populations, --parameters, --parameter-sets
    execution,     // threads, progress, -q, -v
    output,        // -o, --force, --dry-run
    panel,         // --panel
    kept,          // --measures, --by, --months-kept
    kept_effects,  // the first and the last of them
    going_on,      // --checkpoint-every, --from
    json,
    comparison,   // --by, --precision, --trace, --without-direct
    targets,      // --targets, --shocks, --robust
    study,        // -o and --dry-run of a sweep
    shard,        // --shard
    expansion,    // --replicates and --points of a study that grows
    cluster,      // of a sweep on one: -o, --shards, --cpus, --time, ...
    explanation,  // --search, --all, --assumptions, --markdown
    description,  // -o of a file, --templates
    page,         // -o of a file
    life_tables,  // -o, --force, --between
    serving,      // --port, --base, -q, -v
    print,        // -o, --force, --format, --width
    skeleton      // -o of a folder, --corridor, --like
};

/// The number that a flag's text says, decimal only. Throws UsageError naming the flag.
std::uint64_t whole_number(std::string const& flag, std::string const& text, std::uint64_t lowest,
                           std::uint64_t highest);
}  // namespace kochmon
