// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/philox.hpp"

namespace kochmon::detail
{
/// Words of the first subjects, eight at a time, counter (key low, key high, `third`, 0), where the
/// processor has AVX2. Returns how many subjects it served; the caller serves the rest.
std::size_t philox_lanes(std::span<std::uint64_t const> keys, std::uint32_t third, PhiloxKey key,
                         std::array<std::span<std::uint32_t>, 4> const& lanes);

/// Words 0 and 1 of four counters (`front[0]`, `front[1]`, `front[2]`, `indices[k]`), written to
/// `first[k]` and `second[k]`.
void philox_of_four(std::array<std::uint32_t, 3> const& front, std::uint32_t const* indices,
                    PhiloxKey key, std::uint32_t* first, std::uint32_t* second);
}  // namespace kochmon::detail
