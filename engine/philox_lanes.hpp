// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/random.hpp"

namespace kochmon::detail
{
/// Of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
namespace philox_constants
{
inline constexpr int rounds = 10;
inline constexpr std::uint64_t multiplier_0 = 0xD2511F53U;
inline constexpr std::uint64_t multiplier_2 = 0xCD9E8D57U;
inline constexpr std::uint32_t weyl_0 = 0x9E3779B9U;
inline constexpr std::uint32_t weyl_1 = 0xBB67AE85U;
}  // namespace philox_constants

/// Words of the first subjects, eight at a time, counter (key low, key high, `third`, 0), where the
/// processor has AVX2. Returns how many subjects it served; the caller serves the rest.
std::size_t philox_lanes(std::span<std::uint64_t const> keys, std::uint32_t third, Seeds seeds,
                         std::array<std::span<std::uint32_t>, 4> const& lanes);
}  // namespace kochmon::detail
