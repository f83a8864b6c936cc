// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

namespace kochmon
{
/// What happens in one month, in this order and no other; a change needs an ADR.
MonthSchedule month_story();
}  // namespace kochmon
