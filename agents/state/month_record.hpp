// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/month.hpp"
#include "engine/schedule.hpp"

#include "agents/state/population.hpp"
#include "agents/state/tally.hpp"
#include "agents/state/world.hpp"
#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
/// What observers see of a month, after it.
struct MonthRecord
{
    Month month;
    std::uint32_t replicate = 0;
    bool reported = false;
    double weight = 1.0;  // persons that one agent stands for
    Tally const& tally;
    World const& world;
    Population const& population;
    ByCountry<double> growth_need = {};  // growth of GDP that 1 % of population growth needs, %
    double natural_loss = 0.0;           // of Russia, persons a year
    Origins origins = {};                // of the run
};

using MonthObserver = Observer<MonthRecord>;
}  // namespace kochmon
