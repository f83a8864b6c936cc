// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "agents/state/population.hpp"

namespace kochmon
{
/// How a person lives at a month end, in one word: what flips between two worlds.
enum class FlipStatus : std::uint8_t
{
    not_living,           // dead, or not born
    home,                 //
    irregular,            // abroad, stay, papers or work outside the law
    no_right,             // abroad and regular without a work right, searching
    permit,               // regular with a work permit
    free_movement,        // regular by free movement
    temporary_residence,  // regular residents
    permanent_residence,  //
    citizen,              // naturalized, abroad
    held                  // in custody or prison
};
inline constexpr std::size_t flip_status_count = 10;
inline std::array<std::string, flip_status_count> const flip_status_names = {
    "not_living", "home",          "irregular",           "no_right",
    "permit",     "free_movement", "temporary_residence", "permanent_residence",
    "citizen",    "held"};

FlipStatus flip_status(Persons const& persons, std::size_t row);
}  // namespace kochmon
