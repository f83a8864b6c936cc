// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// With papers or without [F2, F3, F6].
struct StatusParameters
{
    double noise = 1.0;      // sigma_status, RUB/month
    double norm_cost = 0.0;  // RUB/month of irregularity when all ties are regular

    void fields(Fields& field);
};

/// Alternatives keep their number for ever: the number is the index of the keyed draw.
enum class StatusPlan : std::uint32_t
{
    permit = 0,
    nothing = 3
};

/// {permit}, {without}: the larger of value + noise; nests of one member have l = 1.
StatusPlan choose_status(StatusParameters const& parameters, double value_of_permit,
                         double value_of_nothing, ChoiceNoise const& noise);
}  // namespace kochmon
