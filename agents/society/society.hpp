// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <tuple>

#include "engine/noise_tables.hpp"
#include "engine/random.hpp"
#include "engine/schedule.hpp"

#include "config/corridor.hpp"
#include "config/scenario.hpp"

#include "agents/economy/household_money.hpp"
#include "agents/model/parameters.hpp"
#include "agents/state/piece.hpp"
#include "agents/state/population.hpp"
#include "agents/state/tally.hpp"
#include "agents/state/world.hpp"

namespace kochmon
{
/// What all persons share in a month. Society steps change it; persons only read it.
struct Society
{
    Scenario const* scenario = nullptr;
    Seeds seeds;
    Month month;
    double weight = 1.0;
    ModelParameters parameters;
    World world;
    RegionSavings savings;
    RegionNews news;
    QuotaBook quotas;
    QuotaBook quotas_of_others;  // of the world below, kept without newcomers of this one
    Lottery lottery;             // of the month
    Tally last_month;            // counts and holdings at the end of last month
    Tally this_month;            // while the month is closed
    /// Bounds of the noise of decisions; none: it is worked out exactly.
    std::shared_ptr<NoiseTables const> noise_tables;
    /// The society whose markets, networks, news and rivals for scarce places persons meet instead
    /// of their own: then a rule shows what it does by itself, in the world of another.
    Society const* in_world_of = nullptr;

    /// What a world alone hands from one month to the next. Left out is what the scenario says,
    /// what a month makes before it uses it (its lottery, its own counts), and what another world
    /// lends.
    template <class Self>
    static auto members(Self& self)
    {
        auto& [scenario, seeds, month, weight, parameters, world, savings, news, quotas,
               quotas_of_others, lottery, last_month, this_month, noise_tables, in_world_of] = self;
        return std::tie(seeds, month, weight, world, savings, news, quotas, last_month);
    }

    Corridor const& corridor() const { return scenario->corridor(); }

    Tally const& seen_last_month() const
    {
        return in_world_of == nullptr ? last_month : in_world_of->last_month;
    }

    MonthDraws draws() const { return {seeds, month}; }
    ChoiceNoise noise(SubjectKey subject, DecisionPoint point) const
    {
        return ChoiceNoise(draws(), subject, block(point)).bounded_by(noise_tables.get());
    }
};

using MonthSchedule = Schedule<Society, Piece>;
}  // namespace kochmon
