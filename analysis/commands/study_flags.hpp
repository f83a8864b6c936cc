// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "analysis/commands/flags.hpp"
#include "analysis/compare/nesting.hpp"

namespace kochmon
{
/// How so many replicates are nested by --populations; without it each has a population of its own.
/// Throws UsageError where populations would have no replicate.
Nesting nesting_of(Flags const& flags, std::uint32_t replicates);
}  // namespace kochmon
