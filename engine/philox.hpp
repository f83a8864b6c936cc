// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace kochmon
{
/// Four words of Philox4x32-10 (Salmon et al., SC11).
using PhiloxWords = std::array<std::uint32_t, 4>;

/// The two words of a key.
struct PhiloxKey
{
    std::uint32_t k0 = 0;
    std::uint32_t k1 = 0;
};

/// Philox4x32-10: counter and key in, four independent words out. Pure arithmetic.
PhiloxWords philox(PhiloxWords counter, PhiloxKey key);

/// Of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
namespace detail::philox_constants
{
inline constexpr int rounds = 10;
inline constexpr std::uint64_t multiplier_0 = 0xD2511F53U;
inline constexpr std::uint64_t multiplier_2 = 0xCD9E8D57U;
inline constexpr std::uint32_t weyl_0 = 0x9E3779B9U;
inline constexpr std::uint32_t weyl_1 = 0xBB67AE85U;
}  // namespace detail::philox_constants
}  // namespace kochmon
