// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/status.hpp"

namespace kochmon
{
/// Finding and losing work, and what the status of a worker adds to pay.
struct WorkParameters
{
    HazardPerMonth loss;
    HazardPerMonth finding;        // after the first month
    double regular_premium = 0.0;  // of those with a work right
    double citizen_premium = 0.0;  // of citizens, beside it

    void fields(Fields& field);

    /// Pay relative to that of a worker without a work right.
    double pay_factor(WorkRight right) const;
};
}  // namespace kochmon
