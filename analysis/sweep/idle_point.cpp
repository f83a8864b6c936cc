// SPDX-License-Identifier: MIT
#include "analysis/sweep/idle_point.hpp"

#include "config/idle_shocks.hpp"

namespace kochmon
{
std::optional<std::string> idle_shock_of_point(Scenario const& point)
{
    for (std::string const& line : idle_shocks(point))
        if (line.find("changes no value in the run") == std::string::npos) return line;
    return std::nullopt;
}
}  // namespace kochmon
