// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "analysis/panel/life_state.hpp"

namespace kochmon
{
/// How a person stands with the law at a month end: one of these.
enum class LegalStanding : std::uint8_t
{
    home,
    without_right,  // lawfully abroad, no right to work, at no work
    permit,         // these three: lawfully abroad, genuine papers
    free_movement,
    residence,  // temporary or permanent
    citizen,    // abroad
    irregular,  // overstayed, at work without a right, or with forged papers
    held,       // in custody or prison
    dead
};
inline constexpr std::size_t standing_count = 9;
inline std::array<std::string, standing_count> const standing_names = {
    "home",    "without_right", "permit", "free_movement", "residence",
    "citizen", "irregular",     "held",   "dead"};

/// The layers of status that the law looks at.
Status law_of(LifeStatus const& status);
/// Of who lives.
LegalStanding standing_of(LifeStatus const& status);
}  // namespace kochmon
