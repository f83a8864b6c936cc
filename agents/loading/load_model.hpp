// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "config/corridor.hpp"
#include "config/declarations.hpp"
#include "config/scenario.hpp"

namespace kochmon
{
/// A scenario of this model, read and checked whole. Throws ScenarioError, FileError.
Scenario load_model(std::filesystem::path const& file, Overrides const& overrides = {});

/// Everything that a scenario of a corridor must name: the model and its start. Throws
/// ScenarioError if a word of the corridor makes a key that is taken.
Declarations model_declarations(std::shared_ptr<Corridor const> const& corridor);
}  // namespace kochmon
