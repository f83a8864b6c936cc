// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "agents/law/permit.hpp"
#include "agents/rules/sectors.hpp"
#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
struct ModelParameters;

/// All that the start takes from the markets, laws and decisions of its month. Scenarios that agree
/// in this, in the parameters of the start and in births and deaths begin with the same people.
struct StartConditions
{
    ByRegion<double> wage_at_home{};  // RUB/month, wage factor 1
    double income_without_wage_job = 0.0;
    ByRegion<double> wage_job_share{};
    ByPlace<double> wage{};          // RUB/month, worker without a work right, wage factor 1
    BySector<double> sector_wage{};  // relative to it
    double remitted = 0.0;           // of pay, in the first months
    Kopecks savings_target;
    SectorParameters sectors;
    int passport_validity = 0;  // months
    ByJurisdiction<bool> dual_citizenship{};
    ByJurisdiction<int> permitted_months{};
    ByJurisdiction<PermitPayment> permit_payment{};
    double perceived_risk = 0.0;

    static StartConditions of(ModelParameters const& parameters);
    bool operator==(StartConditions const&) const = default;
};
}  // namespace kochmon
