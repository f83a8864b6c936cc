// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "config/scenario.hpp"

namespace kochmon
{
/// A policy over that base, whatever base it names itself, which is then not read. Throws
/// ScenarioError, also where the base that it names is of another corridor, FileError.
Scenario load_over(std::filesystem::path const& policy, std::filesystem::path const& base,
                   Overrides overrides);
}  // namespace kochmon
