// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// `targets --robust`: the shocks under every accepted set of parameters. Returns the exit status.
int judge_robustness(Flags const& flags);
}  // namespace kochmon
