// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/output_folder.hpp"
#include "analysis/study/run.hpp"

namespace kochmon
{
using UtcTime = std::chrono::system_clock::time_point;

/// Which program this is: version, commit, compiler, as JSON.
std::string version_as_json();
/// The same for people, one line each.
std::string version_as_text();

/// What `run.json` tells beside the scenario.
struct Provenance
{
    std::vector<std::string> command;
    std::uint32_t replicates = 1;
    std::size_t threads = 1;
    UtcTime started;
    UtcTime ended;
    RunAccount account;
    std::vector<WrittenFile> files;
};

/// `run.json`: where a result comes from and whether it is complete.
std::string provenance_as_json(Scenario const& scenario, Provenance const& provenance);
}  // namespace kochmon
