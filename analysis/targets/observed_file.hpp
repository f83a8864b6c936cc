// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/month.hpp"

#include "config/corridor.hpp"
#include "config/strict_map.hpp"

#include "analysis/measures/measure.hpp"

namespace kochmon
{
/// The time of which a figure tells, and how the model's months make one of the same kind.
struct ObservedTime
{
    enum class Kind : std::uint8_t
    {
        month_end,  // a stock
        sum,        // a flow from the first month to the last
        growth      // of a stock between two month ends: last over first, less 1
    };
    Kind kind = Kind::month_end;
    Month first = {};
    Month last = {};  // of a month's end the same

    /// `2011-04`, `2011`, `2013-01 to 2013-11`
    std::string text() const;
};

/// A figure that was observed of citizens of the first country of origin, with its band.
struct Observation
{
    std::string id;
    std::string what;
    Measure const* measure = nullptr;
    std::optional<Jurisdiction> where = {};  // nothing: everywhere
    std::string in = "total";                // its name, or total
    ObservedTime time;
    double value = 0.0;
    Bounds band = {};
    std::string source;
};

struct ObservedFile
{
    std::filesystem::path path;
    std::string text;  // as it was read
    std::vector<Observation> observations;
};

/// Whether the file says what was observed by month and year; else it is one of targets. Throws
/// FileError, ScenarioError.
bool holds_observations(std::filesystem::path const& file);
/// Throws FileError, and ScenarioError with every mistake in the file.
ObservedFile read_observed(std::filesystem::path const& file, Corridor const& corridor);
}  // namespace kochmon
