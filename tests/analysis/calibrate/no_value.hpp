// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace kochmon::tests
{
/// What a run tells of a target that it has no value of.
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
}  // namespace kochmon::tests
