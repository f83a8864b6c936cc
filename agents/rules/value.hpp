// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/vocabulary/aim.hpp"
#include "agents/vocabulary/kernel.hpp"

namespace kochmon
{
/// What a plan is worth, RUB a month.
struct ValueParameters
{
    Kernel kernel = Kernel::diminishing_nested;
    double curvature = 1.0;        // c, RUB/month
    double least_net = 1.0;        // RUB/month
    double pooled = 0.0;           // RUB/month, of the household beside the person
    double saver_horizon = 1.0;    // H, months
    double settler_horizon = 1.0;  // H, months

    void fields(Fields& field);

    double horizon(Aim aim) const { return aim == Aim::settle ? settler_horizon : saver_horizon; }
};

/// Diminishing value of money V = c ln((net + pooled) / c), or linear V = net; `net` is not taken
/// below the least. What others of the household bring is pooled with it, so that one net counts
/// the less the more they bring.
double value_of_money(ValueParameters const& parameters, double net);
}  // namespace kochmon
