// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

namespace kochmon::steps
{
/// Notes what a person intends; who needs a scarce place gets a lot in its lottery.
void enter(Society const& society, Piece& piece, Intent intent);
}  // namespace kochmon::steps
