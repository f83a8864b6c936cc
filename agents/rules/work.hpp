// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "engine/quantities.hpp"

#include "config/fields.hpp"

namespace kochmon
{
/// Finding and losing work.
struct WorkParameters
{
    HazardPerMonth loss;            // of who is settled in the job
    double new_job_loss = 1.0;      // in the first month of a job, relative to it
    double settled_after = 1.0;     // months in a job
    HazardPerMonth finding;         // after the first month
    HazardPerMonth contract_offer;  // to an informal worker with a work right

    void fields(Fields& field);

    /// 1 in the first month of a job, falling in a straight line to 0 for the settled.
    double newness(int months_in_job) const;
    HazardPerMonth loss_after(int months_in_job) const;
    /// Part of a horizon spent with a contract, of those who have a right, work and none yet:
    /// 1 - (1 - exp(-c H)) / (c H).
    double part_with_contract(double horizon) const;
    /// Works it out for these horizons, as the parameters stand, so that it is only looked up.
    void tabulate(std::array<double, 2> const& horizons);

  private:
    struct Known
    {
        double offers = 0.0;  // c H
        double part = 0.0;
    };
    static double part_of(double offers);
    std::array<Known, 2> known_{};
};
}  // namespace kochmon
