// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Jurisdictions whose law is told whole: intermediaries, forged papers, re-entry, exit bans,
/// amnesty, residence, naturalization. The facts of the article concern Russia; elsewhere these
/// institutions are closed (docs/limits.md).
inline constexpr std::array full_law = {Jurisdiction::russia};

constexpr bool has_full_law(Jurisdiction where)
{
    for (Jurisdiction const full : full_law)
        if (full == where) return true;
    return false;
}

/// Where free movement is that of a union of states, which has members [S27]; elsewhere it would be
/// for everybody.
inline constexpr std::array unions = {Jurisdiction::russia, Jurisdiction::kazakhstan};

inline std::string path_of_law(Jurisdiction where)
{
    return "jurisdictions." + jurisdiction_names[index(where)];
}
}  // namespace kochmon
