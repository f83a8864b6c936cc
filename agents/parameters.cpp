// SPDX-License-Identifier: MIT
#include "agents/parameters.hpp"

#include "agents/synthesis/start.hpp"

namespace kochmon
{
void ModelParameters::fields(Fields& field)
{
    markets.fields(field);
    saving.fields(field);
    stay.fields(field);
    permit.fields(field);
    checks.fields(field);
    sanctions.fields(field);
    attention.fields(field);
    value.fields(field);
    ties.fields(field);
    liquidity.fields(field);
    departure.fields(field);
    return_home.fields(field);
    status.fields(field);
    work.fields(field);
    remittance.fields(field);
    risk_belief.fields(field);
}

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
}  // namespace kochmon
