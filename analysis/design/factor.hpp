// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/calibrate/parameter_set.hpp"

namespace kochmon
{
/// What a factor of a sweep moves.
enum class FactorKind : std::uint8_t
{
    key,          // a parameter, from the beginning of the run
    lever,        // a dated shock
    policy,       // a whole policy file, or none
    accepted_set  // values of parameters that a calibration accepts together
};

/// How values lie between the ends of a range, as the quantiles of a distribution.
enum class Shape : std::uint8_t
{
    uniform,
    log_uniform,  // low above 0
    triangular,   // with `middle` as mode
    normal        // with 95 % between the ends, the rest within four deviations of the mean
};

/// The numbers that a factor may take, all in the same unit.
struct ValueRange
{
    double low = 0.0;
    double high = 0.0;
    std::string unit = {};  // as YAML writes it; empty: none
    Shape shape = Shape::uniform;
    std::optional<double> middle = {};
    std::size_t steps = 0;  // values of a grid, both ends among them; 0: no grid
    bool is_whole = false;  // the parameter is a whole number: so are values between the ends

    /// The quantile of `share`, from 0 to 1. Of a normal one the ends are two and a half and
    /// ninety-seven and a half per cent.
    double at(double share) const;
    /// That number with its unit, to six digits.
    std::string text_at(double share) const;
    /// Of a level from 0, which is the low end, to 1, the high end, in equal steps of the share.
    std::string text_at_level(double level) const;
};

/// One thing that a sweep varies.
struct Factor
{
    std::string name;
    FactorKind kind = FactorKind::key;
    std::vector<std::string> paths = {};  // of parameters or levers, which get the same value
    std::string change = {};              // of a lever: set, scale or add
    std::string when = {};  // of a lever: `from: 2010-01, until: 2012-01`, as YAML has it
    std::vector<std::string> values = {};  // texts as YAML reads them; none where there is a range
    std::vector<std::filesystem::path> policies = {};  // of `values`; empty path: none
    std::vector<ParameterSet> sets = {};               // of `values`
    std::optional<ValueRange> range = {};

    /// The texts of a grid: values, or the steps of the range.
    std::vector<std::string> levels() const;
    /// The text at a coordinate of the unit cube.
    std::string text_at(double share) const;
    /// The same of a design of levels, whose 0 and 1 are the ends of a range.
    std::string text_at_level(double level) const;
    /// Of a list: where the value at a coordinate stands in it, from 0 for the first to 1 for the
    /// last; 0 of a single one.
    double place_at(double share) const;
};

/// A point of a sweep that leaves this factor as the base has it.
inline constexpr char as_in_base[] = "";
/// The value of a factor of policies that lays none over the base.
inline constexpr char no_policy[] = "none";
}  // namespace kochmon
