// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"
#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Whether to apply for citizenship [F10, F13, F20, F21, F23, F25].
struct NaturalizationParameters
{
    double constant = 0.0;          // RUB/month that citizenship is worth beside its money
    double naturalized_ties = 0.0;  // RUB/month if all of the region's people there have it
    double attachment = 0.0;        // of what home is worth, that citizenship gives up
    double home_passport = 0.0;     // RUB/month that giving up the other citizenship costs
    double noise = 1.0;
    double unrest_weight = 0.0;  // of unrest at home, which citizenship keeps away
    double relatives = 0.0;      // close ones outside the household
    Share with_address{};        // part of the spells abroad with an address that can be registered

    void fields(Fields& field);

    /// Whether one of them is a citizen where this share of the region's adults are: with chance
    /// 1 - (1 - share)^relatives.
    bool knows_citizen(double share, double u) const;
};

struct Citizenship
{
    double value_of_money = 0.0;     // as a citizen, fees and papers included
    double naturalized_share = 0.0;  // of the region's adults at the destination
    double attachment = 0.0;         // to home, RUB/month
    bool dual = false;
    double unrest = 0.0;  // at home, RUB/month
};

/// {remain a foreigner}, {apply}: the larger of value + Gumbel noise.
Answer choose_naturalization(NaturalizationParameters const& parameters, double value_now,
                             Citizenship const& citizenship, ChoiceNoise const& noise);
}  // namespace kochmon
