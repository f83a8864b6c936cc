// SPDX-License-Identifier: MIT
#include "agents/loading/load_model.hpp"

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

Declarations const& model_declarations()
{
    static Declarations const declarations = declarations_of<ModelAndStart>();
    return declarations;
}

Scenario load_model(std::filesystem::path const& file, Overrides const& overrides)
{
    Scenario scenario = Scenario::load(file, model_declarations(), overrides);
    check_model(scenario);
    return scenario;
}
}  // namespace kochmon
