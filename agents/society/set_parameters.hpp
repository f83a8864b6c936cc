// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

namespace kochmon
{
/// Reads the parameters of the society's scenario as they stand in a month, and makes what is
/// worked out of them once and not for each decision.
void set_parameters(Society& society, Month month);
}  // namespace kochmon
