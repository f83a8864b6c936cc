// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/design/assumption_factors.hpp"
#include "analysis/design/factor.hpp"
#include "analysis/measures/kept_rows.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// Which points of all that factors span a sweep runs.
enum class DesignKind : std::uint8_t
{
    list,             // the first values of all factors, the second values, ...
    grid,             // every value of each with every value of the others
    one_at_a_time,    // one factor at each of its values, or at the ends of its range
    latin_hypercube,  // as many points as slices of every factor, one in each
    sobol,            // scrambled, so that any number of points fills the space evenly
    morris,           // paths along which one factor after the other takes a step
    saltelli          // two samples and, for each factor, one with that column exchanged
};
std::string const& name(DesignKind kind);

/// The points that are asked for.
struct Design
{
    DesignKind kind = DesignKind::grid;
    std::size_t points = 0;  // of a sampled design; paths of Morris, rows of Saltelli
    std::uint32_t seed = 1;  // of the points
};

/// What `kochmon sweep` reads (docs/sweep.md).
struct SweepPlan
{
    std::filesystem::path path;
    std::string text;  // as it was read
    std::string name;
    std::filesystem::path base;
    Overrides overrides = {};  // of the base, and so of every point
    std::uint32_t replicates = 1;
    Nesting nesting = {};
    Design design = {};
    std::vector<Factor> factors = {};
    VariedAssumptions assumptions = {};  // of the base, beside the factors
    KeptRows keep = {};
    bool compares_to_base = true;
};

/// What the folder of a study holds of the files that its plan names.
struct CopiesOfStudy
{
    std::filesystem::path base;
    std::filesystem::path sets;  // a folder of calibrations, by factor
};

/// Throws FileError, and ScenarioError with every mistake in the file. The assumptions of the base
/// are not among the factors yet. Without copies files are where the plan says. `shipped`: where a
/// base is that is named as `baseline`.
SweepPlan read_sweep_plan(std::filesystem::path const& file,
                          std::optional<CopiesOfStudy> const& copies = {},
                          std::optional<std::filesystem::path> const& shipped = {});
/// Makes factors of the assumptions that the plan varies; returns those left out, with the reason.
/// Throws ScenarioError if there are none.
std::vector<std::string> add_assumptions(SweepPlan& plan, Scenario const& base);
}  // namespace kochmon
