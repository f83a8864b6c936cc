// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace kochmon
{
/// A point of the unit cube, a coordinate for each dimension: 0 is the low end of its range, 1 the
/// high end.
using UnitPoint = std::vector<double>;
}  // namespace kochmon
