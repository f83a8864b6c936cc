// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/quantities.hpp"

namespace kochmon::tests
{
/// Money of whole roubles.
constexpr Kopecks roubles(std::int64_t amount)
{
    return Kopecks(amount * 100);
}
}  // namespace kochmon::tests
