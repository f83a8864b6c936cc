// SPDX-License-Identifier: MIT
#pragma once

#include "config/corridor.hpp"

namespace kochmon
{
class Diagnostics;
struct Node;

/// How reports name what is in the corridor, and where maps draw it: `names` and `positions` of its
/// file (docs/interfaces.md, Corridors), both of which may be left out. What is wrong is reported.
void read_names(Node const& file, Corridor& corridor, Diagnostics& diagnostics);
void read_positions(Node const& file, Corridor& corridor, Diagnostics& diagnostics);
}  // namespace kochmon
