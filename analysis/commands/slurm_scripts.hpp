// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace kochmon
{
/// What a user asks of a cluster.
struct ClusterWish
{
    std::optional<std::size_t> shards = {};  // parts of the sweep, a task of an array each
    std::size_t cpus = 1;                    // of each shard
    std::optional<std::string> time = {};    // at most, of each shard, as sbatch takes it
    std::optional<std::string> partition = {};
    std::optional<std::string> account = {};
};

/// A shard is asked to stop so long before its time is over.
inline constexpr int seconds_to_stop = 120;

/// The minutes that `--time` of sbatch means: `90`, `90:00`, `1:30:00`, `1-12`, `1-12:30` or
/// `1-12:30:00`. Nothing if it is none of these.
std::optional<std::size_t> minutes_of_slurm(std::string const& time);

/// A word of a command as a shell reads it, whatever it holds.
std::string in_shell_quotes(std::string const& text);

/// A sweep as jobs of Slurm. Paths are absolute.
struct SlurmSweep
{
    std::string name;
    std::filesystem::path program;
    std::filesystem::path plan;
    std::filesystem::path folder;  // of scripts, logs, parts and the study
    std::size_t shards = 1;
    ClusterWish wish = {};
};

inline constexpr char study_of_parts[] = "study";  // below the folder, as are:
inline constexpr char submit_script[] = "submit.sh";
inline constexpr char merge_script[] = "merge.sh";

/// The scripts of Bash, by name: an array of shards, the job that merges them, and what submits
/// both.
std::map<std::string, std::string> slurm_scripts(SlurmSweep const& sweep);
}  // namespace kochmon
