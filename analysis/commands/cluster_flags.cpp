// SPDX-License-Identifier: MIT
#include "analysis/commands/cluster_flags.hpp"

#include <algorithm>
#include <functional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
// Slurm takes arrays of 1000 tasks unless it is configured otherwise (MaxArraySize 1001).
constexpr std::uint64_t most_shards = 1000;
constexpr std::uint64_t most_cpus = 4096;
constexpr std::size_t fewest_minutes = 5;

void take_time(ClusterWish& wish, std::string const& text)
{
    auto const minutes = minutes_of_slurm(text);
    if (!minutes)
        throw UsageError(fmt::format(
            "--time {}: expected the time of a shard as sbatch takes it, such as 02:00:00 "
            "(hours:minutes:seconds), 90 (minutes) or 1-12 (days-hours)",
            text));
    if (*minutes < fewest_minutes)
        throw UsageError(
            fmt::format("--time {}: expected {} minutes at least, since a shard is asked to stop "
                        "{} seconds before its time is over",
                        text, fewest_minutes, seconds_to_stop));
    wish.time = text;
}

std::string a_name(std::string const& flag, std::string const& text)
{
    bool const is_plain = std::ranges::all_of(
        text, [](char letter) { return static_cast<unsigned char>(letter) > ' '; });
    if (text.empty() || !is_plain)
        throw UsageError(fmt::format("{} '{}': expected a name without spaces", flag, text));
    return text;
}
}  // namespace

void declare_cluster(CLI::App& app, Flags& flags)
{
    auto const declare = [&](std::string const& names, std::string const& type,
                             std::string const& meaning,
                             std::function<void(std::string const&)> const& take)
    { app.add_option_function<std::string>(names, take, meaning)->type_name(type); };
    ClusterWish& wish = flags.cluster;
    declare("-o,--output", "DIR",
            "Folder of scripts, logs, parts and the study, out/slurm-NAME if not given",
            [&](std::string const& text) { flags.output = text; });
    declare("--shards", "N",
            "Parts of the sweep, each a task of an array; 20 if not given, or fewer if there is "
            "less to do",
            [&](std::string const& text)
            { wish.shards = whole_number("--shards", text, 1, most_shards); });
    declare("--cpus", "N", "Processors of each shard, 1 if not given",
            [&](std::string const& text)
            { wish.cpus = whole_number("--cpus", text, 1, most_cpus); });
    declare("--time", "TIME",
            "Time limit of each shard, as 02:00:00; one that is out of time is queued again",
            [&](std::string const& text) { take_time(wish, text); });
    declare("--partition", "NAME", "Partition of the cluster",
            [&](std::string const& text) { wish.partition = a_name("--partition", text); });
    declare("--account", "NAME", "Account that is charged",
            [&](std::string const& text) { wish.account = a_name("--account", text); });
    app.add_flag("--force", flags.force, "Overwrite scripts that are there and differ");
}
}  // namespace kochmon
