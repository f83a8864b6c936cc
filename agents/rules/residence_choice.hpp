// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Whether to apply for residence, temporary first and then permanent.
struct ResidenceParameters
{
    double constant = 0.0;  // RUB/month that residence is worth beside its money
    double noise = 1.0;

    void fields(Fields& field);
};

/// {go on as now}, {apply}: the larger of value + Gumbel noise.
Answer choose_residence(ResidenceParameters const& parameters, double value_now,
                        double value_as_resident, ChoiceNoise const& noise);
}  // namespace kochmon
