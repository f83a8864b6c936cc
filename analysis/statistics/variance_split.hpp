// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <optional>

#include "analysis/statistics/design_values.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// Where values of a run at any point, with any population and any luck, differ from. Since all
/// points share populations and luck, these have a part that moves all points alike and one that
/// moves each in its own way. NaN: the replicates do not tell.
struct VarianceSplit
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    std::size_t points = 0;  // those of which no run is missing
    std::size_t replicates = 0;
    double all = unknown;         // variance of a run: the sum of what follows
    double parameters = unknown;  // between points
    double population = unknown;  // of all points alike
    double luck = unknown;        // likewise; told with the population where each lives once
    double population_by_point = unknown;
    double luck_by_point = unknown;  // likewise
    bool is_population_told_with_luck = false;
};

/// By the mean squares of the layout points x (replicates within populations), all at random and
/// populations of unlike sizes (Searle, Casella and McCulloch 1992, chapters 4 and 5), which are
/// right on average; what comes out below 0 is told as 0. Population and luck are told together, as
/// luck, where each population lives one replicate; of a single population there is luck alone.
/// With one replicate nothing can be split. Nothing for fewer than two points that are whole.
std::optional<VarianceSplit> variance_split(DesignValues const& values, Nesting const& nesting);
}  // namespace kochmon
