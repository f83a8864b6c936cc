// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Whether to register with the consulate of the state of origin [F1]: the rule is largely ignored.
struct ConsularParameters
{
    double constant = 0.0;  // RUB/month; negative: trouble and distance
    double noise = 1.0;

    void fields(Fields& field);
};

/// {do not register}, {register}: the larger of value + Gumbel noise. `benefit` RUB/month: help
/// when held, and a passport without a journey home, less fees.
Answer choose_consulate(ConsularParameters const& parameters, double benefit,
                        ChoiceNoise const& noise);
}  // namespace kochmon
