// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// What work is to be had at a destination, and how its price and that of lodging answer to the
/// number of migrants. Last month's workers act; the others are a series of the scenario.
struct LabourMarket
{
    BySector<double> sector_wage{};  // relative to the wage of the destination
    ByPlace<double> vacancies{};     // relative to the baseline [F30]
    double wage_elasticity = 0.0;    // of the wage to migrant labour, with the sign turned
    double lodging_elasticity = 0.0;
    ByPlace<double> other_labour{};      // workers of other origins, full-scale
    ByPlace<double> reference_labour{};  // M0: all workers when the scenario's wages held

    void fields(Fields& field);

    /// (M / M0)^-e = exp(-e log(M / M0)), M = `workers` of the simulated origins (full-scale) and
    /// the others, at least one person.
    double wage_factor(Place place, double workers) const;
    /// (M / M0)^e with the elasticity of lodging.
    double lodging_factor(Place place, double workers) const;
    /// Chance of work with these vacancies, given the chance with those of the baseline.
    double with_vacancies(Place place, double chance) const;

  private:
    double log_relative(Place place, double workers) const;
};
}  // namespace kochmon
