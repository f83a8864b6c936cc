// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/learning.hpp"

namespace kochmon
{
/// Jobs that are offered on the condition of citizenship [F13, F23]: migrants go with ordinary
/// papers and naturalize when a good job requires it.
struct CitizenOfferParameters
{
    HazardPerMonth hazard;  // of who works lawfully and is qualified
    int open_months = 0;    // that an offer stays open, after its month
    double premium = 0.0;   // of pay in the job

    void fields(Fields& field);

    /// Speaks the language and has a profession or more than basic schooling.
    static bool is_qualified(Learning const& learning)
    {
        return learning.language && (learning.profession || learning.schooling != Schooling::basic);
    }
    bool comes(double u) const { return happens_within_a_month(hazard, u); }
    double pay_factor(bool holds_the_job) const { return holds_the_job ? 1.0 + premium : 1.0; }
};
}  // namespace kochmon
