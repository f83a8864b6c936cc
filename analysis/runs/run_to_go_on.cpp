// SPDX-License-Identifier: MIT
#include "analysis/runs/run_to_go_on.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/folder_mark.hpp"
#include "analysis/output/unfinished.hpp"
#include "analysis/runs/kept_replicates.hpp"
#include "analysis/runs/run_identity.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// Where an unfinished result keeps its parts: in the folder, or in that which grows within it.
std::optional<fs::path> place_of_parts(fs::path const& folder)
{
    for (fs::path const& place : {folder, folder / part_name})
        if (holds_file(place, fs::path(parts_name) / run_of_parts)) return place;
    return std::nullopt;
}

std::string run_left_in(fs::path const& place)
{
    return read_whole_file(place / parts_name / run_of_parts);
}

[[noreturn]] void refuse(fs::path const& from, std::string const& why)
{
    throw FileError(fmt::format("--from {}: {}", from.string(), why));
}

fs::path demand_place_of_parts(fs::path const& folder)
{
    auto const place = place_of_parts(folder);
    if (!place)
        refuse(folder,
               "holds nothing from which a run could go on; expected the output folder of a run "
               "with --checkpoint-every or of several replicates that was stopped or killed, or a "
               "checkpoint");
    return *place;
}
}  // namespace

RunToGoOn::RunToGoOn(fs::path from, std::string const& run) : from_(std::move(from))
{
    if (folder_of(from_))
        place_ = demand_place_of_parts(from_);
    else
        checkpoint_ = read_checkpoint(from_);
    std::string const there = checkpoint_ ? checkpoint_->label.run : run_left_in(place_);
    std::string const differs = told_difference(there, run);
    if (!differs.empty())
        refuse(from_, fmt::format("is of another run: {}; expected the scenario, the flags and the "
                                  "program with which it began",
                                  differs));
}

std::optional<fs::path> RunToGoOn::folder_of(fs::path const& from)
{
    std::error_code ignored;
    return fs::is_directory(from, ignored) ? std::optional(from) : std::nullopt;
}

void RunToGoOn::copy_into(OutputFolder& folder) const
{
    std::error_code ignored;
    if (checkpoint_) return copy_checkpoint(folder);
    if (!fs::equivalent(place_, folder.place(), ignored)) copy_parts(folder);
}

void RunToGoOn::copy_parts(OutputFolder& folder) const
{
    if (auto const holder = holder_of(place_))
        refuse(from_, fmt::format("is being written by {}; stop that run first", *holder));
    std::map<std::string, std::set<std::string>> listed;
    std::string const parts = std::string(parts_name) + '/';
    for (WrittenFile const& file : read_mark(place_).files)
        if (file.path.starts_with(parts)) listed[file.path].insert(file.sha256);
    listed.erase(parts + run_of_parts);
    for (auto const& [path, hashes] : listed)
    {
        if (!holds_file(place_, path)) continue;
        std::string const content = read_whole_file(place_ / path);
        std::string const name = path.substr(parts.size());
        if (hashes.contains(drawn))
            folder.write_sealed_part(name, content);
        else if (hashes.contains(sha256(content)))
            folder.write_part(name, content);
    }
}

void RunToGoOn::copy_checkpoint(OutputFolder& folder) const
{
    CheckpointLabel const& label = checkpoint_->label;
    for (std::uint32_t replicate = 0; replicate < label.replicate; ++replicate)
        if (!folder.part(name_of_part(replicate, values_of_replicate)))
            refuse(from_,
                   fmt::format("is of replicate {}, and replicate {} is not kept in {}; name the "
                               "output folder of its run",
                               label.replicate, replicate, folder.path().string()));
    folder.write_sealed_part(name_of_checkpoint(label.replicate, label.month), checkpoint_->file);
}

bool is_left_unfinished(fs::path const& folder)
{
    return place_of_parts(folder).has_value();
}

std::optional<std::string> told_other_run(fs::path const& folder, std::string const& run)
{
    auto const place = place_of_parts(folder);
    if (!place) return std::nullopt;
    std::string const differs = told_difference(run_left_in(*place), run);
    return differs.empty() ? std::nullopt : std::optional(differs);
}
}  // namespace kochmon
