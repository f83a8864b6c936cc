// SPDX-License-Identifier: MIT
#pragma once

#include "config/scenario.hpp"

#include "agents/population.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
struct ModelParameters;

/// The population of Kyrgyzstan at `time.start` with those abroad, drawn from the tables at the
/// size asked for, in households, with traits, money and the stocks abroad. Depends on the
/// population seed alone. Throws ScenarioError if the size is not between 1 and the full size.
Population synthesize(Scenario const& scenario);

/// When the population is made, and its luck.
struct SynthesisMoment
{
    Month start;
    MonthDraws draws;
};

/// Wage factor, attachment, wage job and household cash, each by a draw of its own.
void give_traits(Population& population, TraitParameters const& traits,
                 ModelParameters const& parameters, SynthesisMoment const& moment);

/// Who is abroad at the start, since when and how (docs/model.md, Start).
void put_abroad(Population& population, StockParameters const& stock,
                ModelParameters const& parameters, SynthesisMoment const& moment);
}  // namespace kochmon
