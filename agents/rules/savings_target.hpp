// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// For what a person goes abroad.
enum class Aim : std::uint8_t
{
    save,   // a sum, and come home: a short horizon
    settle  // a life there: a long one
};

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
