// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/output/output_folder.hpp"
#include "analysis/runs/run_checkpoints.hpp"

namespace kochmon
{
/// What is left of a run that was stopped or killed: its output folder, or a checkpoint of it.
class RunToGoOn
{
  public:
    /// `run`: identity_of the run that is to go on. Throws FileError where it cannot: it names what
    /// differs, or what is wrong with the file.
    RunToGoOn(std::filesystem::path from, std::string const& run);

    /// The folder, if it is one.
    static std::optional<std::filesystem::path> folder_of(std::filesystem::path const& from);
    /// Copies what is kept there among the parts of an output folder, unless it is that one. Throws
    /// FileError.
    void copy_into(OutputFolder& folder) const;

  private:
    void copy_parts(OutputFolder& folder) const;
    void copy_checkpoint(OutputFolder& folder) const;

    std::filesystem::path from_;
    std::filesystem::path place_ = {};  // where the parts are
    std::optional<LooseCheckpoint> checkpoint_ = {};
};

/// Whether a run was stopped or killed there of which something is kept.
bool is_left_unfinished(std::filesystem::path const& folder);
/// Why the run of that identity cannot go on from what is left in a folder: what differs. Nothing:
/// it can, or nothing is left there.
std::optional<std::string> told_other_run(std::filesystem::path const& folder,
                                          std::string const& run);
}  // namespace kochmon
