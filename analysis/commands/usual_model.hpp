// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "config/scenario.hpp"

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// What can be told of the model: as a scenario that was named has it, or as the usual baseline
/// does, or, where none is found, of a corridor that is not known and without values.
struct UsualModel
{
    bool is_named = false;
    std::optional<std::filesystem::path> file = {};
    std::optional<Scenario> scenario = {};
    Declarations declarations = {};

    Scenario const* values() const { return scenario ? &*scenario : nullptr; }
};

/// `at`: which argument names the scenario, if it is there. Throws what is wrong in a scenario that
/// was named; where the usual baseline is wrong, it has no values.
UsualModel usual_model(Flags const& flags, std::size_t at);
}  // namespace kochmon
