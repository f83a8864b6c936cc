// SPDX-License-Identifier: MIT
#pragma once

#include "agents/options/life_abroad.hpp"
#include "agents/state/piece.hpp"

// The decisions of one person. Who was refused a scarce place decides again, with the same draws
// and the lists closed.
namespace kochmon::steps
{
void reconsider(Society const& society, Piece& piece, std::size_t person, Lists lists);
void consider_leaving(Society const& society, Piece& piece, std::size_t person, Lists lists);
}  // namespace kochmon::steps
