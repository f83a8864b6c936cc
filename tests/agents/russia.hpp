// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "agents/vocabulary/places.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::tests
{
/// The law of Russia, its index among the laws, and the index of Moscow among the places.
inline constexpr Jurisdiction russia = jurisdictions::russia;
inline constexpr std::size_t at_russia = index(jurisdictions::russia);
inline constexpr std::size_t in_moscow = index(destinations::moscow);
}  // namespace kochmon::tests
