// SPDX-License-Identifier: MIT
#include "agents/rules/work.hpp"

namespace kochmon
{
void WorkParameters::fields(Fields& field)
{
    field("rules.work.loss", loss, {Dimension::per_month, {0, 10}, "Hazard of losing the job"});
    field("rules.work.finding", finding,
          {Dimension::per_month, {0, 50}, "Hazard of finding a job after the first month"});
    field("rules.work.regular_premium", regular_premium,
          {Dimension::ratio, {-0.5, 1}, "Wage premium of workers with a work right"});
    field("rules.work.citizen_premium", citizen_premium,
          {Dimension::ratio, {-0.5, 1}, "Further wage premium of citizens"});
}

double WorkParameters::pay_factor(WorkRight right) const
{
    if (right == WorkRight::none) return 1.0;
    double const regular = 1.0 + regular_premium;
    return right == WorkRight::citizen ? regular * (1.0 + citizen_premium) : regular;
}
}  // namespace kochmon
