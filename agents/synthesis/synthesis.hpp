// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "engine/parallel.hpp"

#include "config/corridor.hpp"
#include "config/scenario.hpp"

#include "agents/state/population.hpp"
#include "agents/synthesis/conditions.hpp"
#include "agents/synthesis/start.hpp"

namespace kochmon
{
/// Whether what takes long is to end before its time.
using StopAsked = std::function<bool()>;
/// Thrown by a synthesis that was asked to stop.
struct SynthesisStopped
{
};

/// The population of the countries of origin at `time.start` with those abroad, drawn from the
/// tables, in households, with traits, money and the stocks abroad. Depends on the population seed
/// alone. The first country that is included has the size asked for, the others as many agents as
/// persons of the same weight make: who lives in one country does not depend on which others there
/// are. Throws ScenarioError if the size is not between 1 and the full size, SynthesisStopped.
/// `workers`: who help, if any; what is made does not depend on them.
Population synthesize(Scenario const& scenario, std::uint32_t number = 0,
                      StopAsked const& stop_asked = {}, Workers const* workers = nullptr);

/// Of the month at which it begins.
StartConditions start_conditions(Scenario const& scenario);

/// Replicates and populations that a study may have: so many that no population has the key of a
/// replicate.
inline constexpr std::uint32_t most_populations = std::uint32_t{1} << 31;

/// The luck of a synthetic population: that of the seed and its number, whatever the replicate.
Seeds synthesis_seeds(RunSettings const& settings, std::uint32_t number = 0);

/// When the population is made, and its luck.
struct SynthesisMoment
{
    Corridor const& corridor;
    Month start;
    MonthDraws draws;
};

/// How many agents the leading country has, of a population of `full` persons. Throws ScenarioError
/// if there are more agents than persons, or none.
std::int64_t agents_of(RunSettings const& settings, double full);
/// Agents of each country; none of those left out. Throws ScenarioError if all are.
ByCountry<std::int64_t> agents_by_country(Scenario const& scenario);
/// All of them.
std::int64_t agents_of(Scenario const& scenario);

/// Cash of each household: months of the income of those at home, lognormal between households.
void give_cash(Population& population, ByCountry<TraitParameters> const& traits,
               StartConditions const& conditions, SynthesisMoment const& moment);

/// What traits are made of.
struct TraitSources
{
    ByCountry<TraitParameters> const& traits;
    ByRegion<double> const& attachment;
    StartConditions const& conditions;
    MonthDraws draws;
};

/// Wage factor, attachment, wage job and learning, each by a draw of its own; nothing else has
/// happened in the life of the person yet.
void give_traits(Persons& persons, std::size_t row, TraitSources const& sources);

/// Who of a country is abroad at the start, since when and how (docs/model.md, Start).
void put_abroad(Population& population, Country country, StockParameters const& stock,
                StartConditions const& conditions, SynthesisMoment const& moment);
}  // namespace kochmon
