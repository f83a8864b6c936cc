// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

namespace kochmon
{
/// What a plan is worth, RUB a month.
struct ValueParameters
{
    double curvature = 1.0;  // c, RUB/month
    double least_net = 1.0;  // RUB/month
    double horizon = 1.0;    // H, months

    void fields(Fields& field);
};

/// V = c ln(net / c): diminishing value of money; `net` is not taken below the least.
double value_of_money(ValueParameters const& parameters, double net);
}  // namespace kochmon
