// SPDX-License-Identifier: MIT
#pragma once

#include "engine/choice.hpp"
#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Stay or return.
struct ReturnParameters
{
    double sunk_cost = 0.0;   // RUB/month off the value of home
    double settlement = 0.0;  // RUB/month that citizenship takes from the attachment
    double noise = 1.0;       // RUB/month

    void fields(Fields& field);
};

enum class StayOrReturn
{
    stay,
    go_home
};

/// {home}, {stay}: the larger of value + Gumbel noise.
StayOrReturn choose_stay_or_return(ReturnParameters const& parameters, double value_of_home,
                                   double value_of_staying, ChoiceNoise const& noise);
}  // namespace kochmon
