// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace kochmon
{
/// Spreads each bit of a word over all of them, one to one (Steele, Lea and Flood 2014, SplitMix).
constexpr std::uint64_t mixed(std::uint64_t word)
{
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31);
}
}  // namespace kochmon
