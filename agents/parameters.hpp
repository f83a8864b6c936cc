// SPDX-License-Identifier: MIT
#pragma once

#include "config/declarations.hpp"
#include "config/scenario.hpp"

#include "agents/household_money.hpp"
#include "agents/law/checks.hpp"
#include "agents/law/permit.hpp"
#include "agents/law/sanctions.hpp"
#include "agents/law/stay.hpp"
#include "agents/markets.hpp"
#include "agents/rules/attention.hpp"
#include "agents/rules/departure.hpp"
#include "agents/rules/liquidity.hpp"
#include "agents/rules/remittance.hpp"
#include "agents/rules/return_home.hpp"
#include "agents/rules/risk_belief.hpp"
#include "agents/rules/status_choice.hpp"
#include "agents/rules/ties.hpp"
#include "agents/rules/value.hpp"
#include "agents/rules/work.hpp"

namespace kochmon
{
/// The catalogue of what the model contains, in a fixed order: markets, laws, decisions.
struct ModelParameters
{
    MarketParameters markets;
    SavingParameters saving;
    StayLaw stay;
    PermitLaw permit;
    CheckLaw checks;
    SanctionLaw sanctions;

    AttentionParameters attention;
    ValueParameters value;
    TiesParameters ties;
    LiquidityParameters liquidity;
    DepartureParameters departure;
    ReturnParameters return_home;
    StatusParameters status;
    WorkParameters work;
    RemittanceParameters remittance;
    RiskBeliefParameters risk_belief;

    void fields(Fields& field);
};

/// Checks what no single key can say: relations between parameters in every month of the run, and
/// that the population tables hold what the start needs. Throws ScenarioError.
void check_model(Scenario const& scenario);

/// A scenario of this model, read and checked whole. Throws ScenarioError, FileError.
Scenario load_model(std::filesystem::path const& file, Overrides const& overrides = {});

/// Everything that a scenario must name: the model and its start.
Declarations const& model_declarations();
}  // namespace kochmon
