// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/corridor.hpp"
#include "config/strict_map.hpp"

#include "agents/vocabulary/status.hpp"

#include "analysis/targets/definitions.hpp"

namespace kochmon
{
/// Measured of persons, beside the measures of the outputs (poorest_fifth.hpp).
inline constexpr char const* first_departures_of_poorest_fifth =
    "first_departures_of_poorest_fifth";

/// A fact that the model is held against (docs/model.md, Targets): what is measured, by a kind of
/// the program (target_kinds.hpp) over groups and places of the corridor, the figure and its band.
struct Target
{
    std::string id;  // parts of one target share what stands before `_`
    std::string what;
    TargetDefinition definition = {};
    std::optional<double> value = {};
    std::optional<Bounds> band = {};  // nothing: reported beside another
    std::string source;
    std::optional<std::filesystem::path> policy = {};  // of a target measured against a policy
};

/// The persons of whom an answer is told: in one status, when it happened to them. Of every country
/// of origin, since status is not told by it.
struct StatusGroup
{
    std::optional<Presence> presence = {};
    std::optional<WorkRight> work_right = {};

    /// As in the groups of series.csv.
    std::string const& name() const;
};

/// How a measure is expected to answer a policy.
struct ShockAnswer
{
    enum class Change : std::uint8_t
    {
        relative,  // policy over base, less 1
        difference
    };
    std::string name;
    std::string measure;  // or `first_departures_of_poorest_fifth`, which are counted everywhere
    std::optional<std::string> over = {};  // a measure: the rate of the two over all months
    std::optional<Jurisdiction> where = main_jurisdiction;  // else everywhere
    std::string in = {};                                    // its name, or total
    std::optional<StatusGroup> of = {};
    int month = 36;  // of the policy: stocks and rates at its end, flows of the months until then
    Change change = Change::relative;
    std::optional<Bounds> band = {};

    bool asks_for_poorest_fifth() const { return measure == first_departures_of_poorest_fifth; }
    /// Of whom it is told, as in the groups of series.csv.
    std::string group() const;
    /// A band that neither holds nor touches zero says on which side the answer is.
    bool has_sign() const { return band && (band->low > 0.0 || band->high < 0.0); }
};

inline constexpr int longest_shock = 120;  // months until its answer

struct ShockTest
{
    std::string name;
    std::string what;
    std::filesystem::path policy;
    // Beside which policy its answers are read; none: beside the base.
    std::optional<std::filesystem::path> against = {};
    std::vector<ShockAnswer> answers;
};

struct TargetsFile
{
    std::filesystem::path path;
    std::string text;  // as it was read
    std::vector<Target> targets;
    std::vector<ShockTest> shocks;
};

/// Throws FileError, and ScenarioError with every mistake in the file.
TargetsFile read_targets(std::filesystem::path const& file, Corridor const& corridor);
}  // namespace kochmon
