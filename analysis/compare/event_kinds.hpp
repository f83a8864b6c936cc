// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "agents/state/piece.hpp"

namespace kochmon
{
std::string const& name(PartingPoint point);

/// The event that a count is in tables of lives. Nothing for counts that tell no lives apart:
/// stocks, exposure, and who merely considered leaving.
CountedEvent const* event_of(Count kind);
/// Whether one event comes before another in a month.
bool comes_before(CountedEvent const& one, CountedEvent const& other);
}  // namespace kochmon
