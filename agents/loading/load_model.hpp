// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// A scenario of this model, read and checked whole. Throws ScenarioError, FileError.
Scenario load_model(std::filesystem::path const& file, Overrides const& overrides = {});

/// Everything that a scenario must name: the model and its start.
Declarations const& model_declarations();
}  // namespace kochmon
