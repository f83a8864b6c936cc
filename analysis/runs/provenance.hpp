// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/scenario.hpp"

#include "analysis/compare/precision.hpp"
#include "analysis/measures/kept_rows.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/runs/parameter_sets.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
using UtcTime = std::chrono::system_clock::time_point;

/// Which program this is: version, commit, compiler, as JSON.
std::string version_as_json();
/// The same for people, one line each.
std::string version_as_text();
/// `0.1.0, commit 8979422abafb`
std::string program_in_words();
/// Version and commit, and where the sources differ from that the hash of the program itself: what
/// results must share to stand in one study.
std::string identity_of_program();

/// How a comparison was made.
struct ComparisonAccount
{
    struct Policy
    {
        std::string name;
        std::string file;  // below the folder
        // That it names, where it was laid over another.
        std::optional<std::filesystem::path> base_not_read = {};
    };
    std::optional<std::string> by = {};         // traits, as they were asked for
    bool without_direct = false;                // the rule alone was not lived
    std::optional<std::string> precision = {};  // as it was asked for
    std::optional<PrecisionReached> reached = {};
    std::optional<std::size_t> traces = {};  // pairs of lives of each policy
    std::vector<Policy> policies = {};       // in the order of the tables
};

/// What `run.json` tells beside the scenario.
struct Provenance
{
    std::vector<std::string> command;
    std::uint32_t replicates = 1;
    Nesting nesting = {};  // of these
    std::optional<ParameterSets> parameters = {};
    std::size_t threads = 1;
    UtcTime started;
    UtcTime ended;
    RunAccount account;
    std::vector<WrittenFile> files;
    std::optional<std::size_t> panel = {};  // persons of the panel
    KeptRows kept = {};                     // of series.csv
    std::optional<ComparisonAccount> comparison = {};
    std::vector<Scenario const*> policies = {};  // of the comparison: inputs too
    // What else was read: name and content.
    std::vector<std::pair<std::filesystem::path, std::string>> other_inputs = {};
};

/// `run.json`: where a result comes from and whether it is complete.
std::string provenance_as_json(Scenario const& scenario, Provenance const& provenance);

/// What `run.json` tells of tables that were made of the files of another result.
struct TablesAccount
{
    std::vector<std::string> command;
    std::string scenario;  // its name
    std::string kind;      // what tables, the name of `about`
    /// How they were made: keys and their values, as text.
    std::vector<std::pair<std::string, std::string>> about = {};
    std::vector<WrittenFile> inputs = {};  // as they were read
    std::vector<WrittenFile> files = {};
    UtcTime started;
    UtcTime ended;
};
std::string tables_account_as_json(TablesAccount const& tables);

/// Where a run.json holds the hash of itself, left out this entry: what was edited afterwards
/// shows.
inline constexpr char own_hash[] = "account_sha256";
std::string hash_of_account(nlohmann::ordered_json account);
}  // namespace kochmon
