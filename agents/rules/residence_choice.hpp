// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Whether to apply for residence, temporary first and then permanent.
struct ResidenceParameters
{
    double attachment = 0.0;  // of what home is worth, that settling gives up
    double constant = 0.0;    // RUB/month that residence is worth beside its money
    double noise = 1.0;

    void fields(Fields& field);

    /// What residence is worth beside its money to those attached to home so much, RUB/month.
    double beside_money(double to_home) const { return constant - attachment * to_home; }
};

/// What is weighed, RUB a month.
struct Settling
{
    double value_now = 0.0;
    double value_as_resident = 0.0;
    double attachment = 0.0;  // to home
};

/// {go on as now}, {apply}: the larger of value + Gumbel noise.
Answer choose_residence(ResidenceParameters const& parameters, Settling const& settling,
                        ChoiceNoise const& noise);
}  // namespace kochmon
