// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

#include "engine/month.hpp"

#include "config/corridor.hpp"

namespace kochmon
{
/// By what persons and stays are told apart in life tables.
enum class LifeGrouping : std::uint8_t
{
    total,
    cohort,       // year of the arrival
    year,         // of the month
    destination,  // of the arrival, or where a stay was first seen; in a rate where the person is
    origin,
    sex,
    age,          // at the month end
    years_abroad  // since the arrival, completed
};
inline std::array<std::string, 8> const life_grouping_names = {
    "total", "cohort", "year", "destination", "origin", "sex", "age", "years_abroad"};

/// One group. `value`: the year, the index of place, region or sex, or that of a class.
struct LifeGroup
{
    LifeGrouping by = LifeGrouping::total;
    int value = 0;

    std::string const& grouping() const
    {
        return life_grouping_names[static_cast<std::size_t>(by)];
    }
    /// As tables name it.
    std::string name(Corridor const& corridor) const;
    auto operator<=>(LifeGroup const&) const = default;
};

inline constexpr int youngest_worker = 15;
inline constexpr int oldest_worker = 64;

/// Ten years from 15 on.
LifeGroup age_group(int age);
/// Under 1, 1, 2, 3 and 4, 5 to 9, more.
LifeGroup years_abroad_group(int months);
/// Completed years at a month end.
constexpr int age_at(Month month, Month birth)
{
    return (month - birth) / 12;
}
}  // namespace kochmon
