// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// The chance of a sanction in a month, as the person believes it. Starts above the truth.
struct RiskBeliefParameters
{
    Probability initial;
    Share own_detection;
    Share quiet_month;

    void fields(Fields& field);
};

enum class Experience
{
    quiet,
    detected
};

/// Own detection moves the belief part of the way to 1; a quiet month lets it fade.
float updated_risk(RiskBeliefParameters const& parameters, float believed, Experience experience);
}  // namespace kochmon
