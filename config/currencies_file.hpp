// SPDX-License-Identifier: MIT
#pragma once

#include "config/currencies.hpp"

namespace kochmon
{
class Diagnostics;
class StrictMap;

/// Reads what the file of a corridor says under `currencies` (docs/interfaces.md, Corridors). What
/// is wrong is reported; then there is no money.
Currencies read_currencies(StrictMap const& corridor, Diagnostics& diagnostics);
}  // namespace kochmon
