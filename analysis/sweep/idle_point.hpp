// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "config/scenario.hpp"

namespace kochmon
{
/// The first shock of a point that does nothing whatever its value, with its place: out of the run,
/// or of a rule that is not in force. One that leaves the value as it is (`scale: 1`) is a level of
/// the design like the others.
std::optional<std::string> idle_shock_of_point(Scenario const& point);
}  // namespace kochmon
