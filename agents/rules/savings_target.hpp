// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/aim.hpp"

namespace kochmon
{
/// Target savers come home for what they came for [F8, F24].
struct SavingsTargetParameters
{
    Kopecks target;
    double reached = 0.0;  // RUB/month

    void fields(Fields& field);

    /// What having the sum adds to the value of home, RUB a month. `sent`: home in this spell.
    double value_of_home(Aim aim, Kopecks sent, Kopecks cash) const;
};
}  // namespace kochmon
