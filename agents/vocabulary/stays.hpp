// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kochmon
{
/// What becomes of a foreigner's stay abroad in a month. Naturalization, leaving and death compete:
/// each ends the stay as a foreigner, so that the others can no longer happen.
enum class StayCount : std::uint8_t
{
    months,  // at risk: lived abroad as a foreigner, counted before the checks of the month
    naturalized,
    left,  // for home: by own choice, turned back at a border, removed, released and expelled
    died
};
inline constexpr std::size_t stay_counts = 4;

/// Stays are counted for ten years since the arrival, by completed year.
inline constexpr std::size_t stay_years = 10;

/// Completed years since the arrival of those who live through a month of their stay. The month of
/// the arrival itself is nobody's risk: the twelve months after it are year 0. Nothing from the
/// tenth anniversary on.
constexpr std::optional<std::size_t> year_of_stay(int months_since_arrival)
{
    int const lived = months_since_arrival - 1;
    if (lived < 0 || lived >= static_cast<int>(12 * stay_years)) return std::nullopt;
    return static_cast<std::size_t>(lived / 12);
}
}  // namespace kochmon
