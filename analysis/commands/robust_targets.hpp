// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// The file of `--targets`, or `targets.yaml` beside the scenario.
std::filesystem::path targets_file_of(Flags const& flags);

/// `targets --robust`: the shocks under every accepted set of parameters. Returns the exit status.
int judge_robustness(Flags const& flags);
}  // namespace kochmon
