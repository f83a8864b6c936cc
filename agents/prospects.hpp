// SPDX-License-Identifier: MIT
#pragma once

#include "agents/parameters.hpp"
#include "agents/world.hpp"

namespace kochmon
{
/// What a person weighs about a life at one destination; money in RUB a month.
struct Circumstances
{
    Place place = Place::moscow;
    Region origin = Region::osh;
    double pay = 0.0;  // with work and without a work right
    double chance_of_work = 1.0;
    double one_off_cost = 0.0;  // RUB
    double perceived_risk = 0.0;
    double income_at_home = 0.0;
};

/// Net income by plan, RUB a month, before the least net of the value function.
struct Prospect
{
    double legal = 0.0;
    double irregular = 0.0;
};

/// net_j = p_j income_j - living_j - documents_j - K_j / H - qhat L_j for the legal plan (a permit)
/// and the irregular one. L counts what a ban would forgo of the best plan, legal or not, so that
/// legal access and sanctions complement each other.
Prospect prospect(Circumstances const& circumstances, ModelParameters const& parameters);

/// Net income of a citizen of the destination, RUB a month.
double net_of_citizen(Circumstances const& circumstances, ModelParameters const& parameters);
}  // namespace kochmon
