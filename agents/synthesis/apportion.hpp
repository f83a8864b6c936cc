// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kochmon
{
/// Splits `total` into whole numbers in proportion to `weights` by largest remainders; the parts
/// add up to the total, ties go to the earlier part. Precondition: a positive weight, if total > 0.
std::vector<std::int64_t> apportion(std::int64_t total, std::span<double const> weights);
}  // namespace kochmon
