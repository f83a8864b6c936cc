// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// The file of --targets; without it `NAME-targets.yaml` beside the scenario `NAME.yaml` if there
/// is one, else `targets.yaml` there, which may not exist.
std::filesystem::path targets_path(Flags const& flags);
}  // namespace kochmon
