// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// By what foreign workers are told apart beside origin, place and sex. Each worker is in one
/// group of each profile.
enum class Profile : std::uint8_t
{
    age,
    sector,
    years_abroad,  // since the arrival: the cohort
    profession,
    schooling,
    language
};
inline constexpr std::size_t profile_count = 6;
inline constexpr std::array<std::size_t, profile_count> profile_sizes = {5, sector_count + 1, 4,
                                                                         2, schooling_count,  2};
/// The groups of all profiles in one row.
inline constexpr std::array<std::size_t, profile_count> profile_begins = {0, 5, 11, 15, 17, 20};
inline constexpr std::size_t profile_groups = 22;
inline std::array<std::string, profile_groups> const profile_group_names = {
    "15-24",     "25-34", "35-44",     "45-54",  "55-64",   "construction", "trade", "hotels",
    "hospitals", "other", "searching", "0",      "1",       "2 to 4",       "5+",    "without",
    "with",      "basic", "secondary", "higher", "without", "with"};

/// What a profile is made of.
struct Traits
{
    int age = 15;  // completed years, 15-64
    Sector sector = Sector::other;
    bool employed = false;
    int months_abroad = 0;
    Learning learning = {};
};

/// The group of a person in each profile, as places in that row.
constexpr std::array<std::size_t, profile_count> groups_of(Traits const& traits)
{
    std::size_t const age = static_cast<std::size_t>(traits.age - 15) / 10;
    std::size_t const sector =
        traits.employed ? static_cast<std::size_t>(traits.sector) : sector_count;
    int const years = traits.months_abroad / 12;
    std::size_t const cohort = years >= 5 ? 3 : static_cast<std::size_t>(std::min(years, 2));
    return {profile_begins[0] + age,
            profile_begins[1] + sector,
            profile_begins[2] + cohort,
            profile_begins[3] + (traits.learning.profession ? 1 : 0),
            profile_begins[4] + static_cast<std::size_t>(traits.learning.schooling),
            profile_begins[5] + (traits.learning.language ? 1 : 0)};
}
}  // namespace kochmon
