// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/measures/kept_rows.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/replay/program_build.hpp"
#include "analysis/runs/provenance.hpp"

namespace kochmon
{
/// A run or comparison as its `run.json` tells of it.
struct PastRun
{
    std::filesystem::path folder;
    std::shared_ptr<Corridor const> corridor;  // of its scenario
    ProgramBuild program;
    std::uint32_t replicates = 1;
    Nesting nesting = {};
    std::vector<std::string> parameters = {};  // files of sets, below the folder
    std::optional<std::size_t> panel = {};
    KeptRows kept = {};
    std::optional<ComparisonAccount> comparison = {};  // nothing: a run
    std::string digest;
    std::vector<WrittenFile> files = {};

    /// Nothing if the run has written no such file.
    WrittenFile const* file(std::string const& path) const;
    /// The present content. Throws FileError if it cannot be read.
    std::string content(std::string const& path) const;
};

/// Throws FileError that says what is missing or wrong, or that `run.json` was edited: its digest
/// is then not that of the files that it lists.
PastRun read_past_run(std::filesystem::path const& folder);

/// Before anything is lived: a file that cannot be read would end a repetition of hours without a
/// finding. Throws FileError that names every such file.
void demand_readable_files(PastRun const& run);

/// Scenarios and data must be those of the run, or nothing can be repeated. Throws FileError that
/// names every one that is not.
void demand_same_inputs(PastRun const& run);
}  // namespace kochmon
