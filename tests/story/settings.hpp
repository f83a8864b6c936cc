// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "agents/places.hpp"

// What a test sets, as `--set` would.
namespace kochmon::settings
{
using Settings = std::vector<std::string>;

/// The country of origin that a test includes beside the first.
inline constexpr Country another_country = Country::tajikistan;

inline std::string russia(std::string const& rest)
{
    return "jurisdictions.russia." + rest;
}

inline Settings with(Settings set, Settings const& more)
{
    set.insert(set.end(), more.begin(), more.end());
    return set;
}
}  // namespace kochmon::settings
