// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// The file of --targets; without it `targets.yaml` beside the scenario, which may not exist.
std::filesystem::path targets_path(Flags const& flags);
}  // namespace kochmon
