// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// What a worker earns beside wage level, sector and skill: what was learnt, time in the job,
/// contract, right.
struct PayParameters
{
    double language_premium = 0.0;
    BySector<double> profession_premium{};  // where it is used
    double tenure_growth = 0.0;             // a year in the job
    double tenure_limit = 0.0;              // years after which pay grows no more
    double contract_premium = 0.0;
    int first_after = 0;           // months in a job after which the first pay comes
    double regular_premium = 0.0;  // of those with a work right
    double citizen_premium = 0.0;  // of citizens, beside it

    void fields(Fields& field);

    /// (1 + language)(1 + profession in the sector)(1 + growth x years in the job, to the limit).
    double of_job(Sector sector, Learning const& learning, int months_in_job) const;
    /// Months of pay that come in a month: the first are paid late, together.
    int months_paid(int months_in_job) const;
    /// Relative to a worker without a work right; `contract` is the part of the time with one.
    double of_status(WorkRight right, double contract) const;
    /// No status pays more.
    double most_of_status() const;
};
}  // namespace kochmon
