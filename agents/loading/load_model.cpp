// SPDX-License-Identifier: MIT
#include "agents/loading/load_model.hpp"

#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/model/parameters.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
namespace
{
struct ModelAndStart
{
    ModelParameters model;
    StartParameters start;

    void fields(Fields& field)
    {
        start.fields(field);
        model.fields(field);
    }
};
}  // namespace

Declarations model_declarations(std::shared_ptr<Corridor const> const& corridor)
{
    Declarations declarations = declarations_of<ModelAndStart>(corridor);
    if (auto const& clash = declarations.clash())
        throw ScenarioError(fmt::format(
            "the corridor {} makes the key {} twice: a word of it (language, adjective, "
            "told_apart.key) is one that keys use already, expected another word",
            corridor->name(), *clash));
    return declarations;
}

Scenario load_model(std::filesystem::path const& file, Overrides const& overrides)
{
    // Where none is known, reading the scenario says why.
    Scenario scenario =
        Scenario::load(file, model_declarations(corridor_or_unknown(file, overrides)), overrides);
    check_model(scenario);
    return scenario;
}
}  // namespace kochmon
