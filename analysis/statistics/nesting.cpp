// SPDX-License-Identifier: MIT
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
std::string what_varies(Nesting const& nesting)
{
    if (nesting.sets > 1) return "parameters, population and luck";
    return nesting.populations > 1 ? "population and luck" : "luck alone";
}

std::string held_by_intervals(Nesting const& nesting)
{
    if (nesting.sets > 1)
        return "90 % intervals hold the parameters that a calibration accepts, the draw of the\n"
               "population and luck: what the replicates of one more such set would show.";
    std::string const parameters =
        nesting.sets == 1 ? "one set that a calibration accepts." : "those of the file.";
    if (nesting.populations > 1)
        return "90 % intervals hold the draw of the population and luck; parameters are\n" +
               parameters;
    return "90 % intervals hold luck alone; the population is one draw, parameters are\n" +
           parameters;
}
}  // namespace kochmon
