// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/nesting.hpp"
#include "analysis/statistics/paired.hpp"

namespace kochmon
{
/// Where the values of a study differ from, the widest first: each is drawn within the one before.
enum class Level : std::uint8_t
{
    parameters,
    population,
    luck
};
inline constexpr std::array<Level, 3> levels = {Level::parameters, Level::population, Level::luck};
std::string const& name(Level level);

/// A value of one replicate, with what it lived.
struct NestedValue
{
    double value = 0.0;
    std::uint32_t set = 0;
    std::uint32_t population = 0;
};
/// `replicates`: the number of each value's; empty: 0, 1, ...
std::vector<NestedValue> nested(std::vector<double> const& values,
                                std::vector<std::uint32_t> const& replicates,
                                Nesting const& nesting);

/// The variance that a level adds. Levels that the replicates do not tell apart are told together:
/// where each population has one replicate, population and luck.
struct VarianceComponent
{
    std::vector<Level> levels;
    double variance = 0.0;  // never below 0
};

/// What values of a nested study tell of their mean.
struct NestedSpread
{
    double mean = 0.0;
    std::optional<Interval> half = {};  // that hold the mean with 50 and 90 %, or, where sets of
    std::optional<Interval> nine_in_ten = {};  // parameters differ, what a further one would show
    std::vector<VarianceComponent> components = {};  // the widest level first

    /// Part of all variance; nothing if there is none.
    std::optional<double> share(VarianceComponent const& component) const;
};

/// Of one value at least. Components by the method of moments for unbalanced nested designs (the
/// analysis of variance of Searle, Casella and McCulloch 1992, chapter 5). The interval is
/// Student's t over the means of the widest level, weighted by replicates. Where that is sets of
/// parameters, it is the interval for a further set as it would be seen (Student's prediction
/// interval over the means of sets): too wide by what lies within a set, since taking that away
/// would leave fewer degrees of freedom than anybody knows. None where the nesting has a level of
/// which one alone is seen.
NestedSpread nested_spread(std::span<NestedValue const> values, Nesting const& nesting);

/// `parameters 40 %, population and luck 60 %`; empty if there is no variance.
std::string told_shares(NestedSpread const& spread);

/// Cells of a table: the share of each level, or of those told together at the widest of them, and
/// which these are.
inline constexpr char header_of_shares[] =
    "parameters_share,population_share,luck_share,told_together";
std::string cells_of_shares(NestedSpread const& spread);
}  // namespace kochmon
