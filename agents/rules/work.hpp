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
    HazardPerMonth finding;          // after the first month
    HazardPerMonth contract_offer;   // to an informal worker with a work right
    BySector<double> sector_size{};  // of the jobs found, relative sizes
    double regular_premium = 0.0;    // of those with a work right
    double citizen_premium = 0.0;    // of citizens, beside it

    void fields(Fields& field);

    /// Pay relative to that of a worker without a work right.
    double pay_factor(WorkRight right) const;
    /// The sector of a job found.
    Sector sector(double u) const;
};
}  // namespace kochmon
