// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace kochmon
{
/// A number in [0, 1) from the 53 high bits, so that nothing is rounded up to 1.
inline double fraction(std::uint64_t bits)
{
    return static_cast<double>(bits >> 11) * 0x1p-53;
}
}  // namespace kochmon
