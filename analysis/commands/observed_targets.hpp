// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// `kochmon targets` with a file of what was observed by month and year: sets the model beside it.
int judge_observed(Flags const& flags);
}  // namespace kochmon
