// SPDX-License-Identifier: MIT
#include "agents/rules/work.hpp"

namespace kochmon
{
void WorkParameters::fields(Fields& field)
{
    field("rules.work.loss", loss, {Dimension::per_month, {0, 10}, "Hazard of losing the job"});
    field("rules.work.finding", finding,
          {Dimension::per_month, {0, 50}, "Hazard of finding a job after the first month"});
    field("rules.work.contract_offer", contract_offer,
          {Dimension::per_month,
           {0, 50},
           "Hazard that an informal worker with a work right is offered a contract"});
    for (std::size_t k = 0; k < sector_count; ++k)
        field("rules.work.sectors." + sector_names[k], sector_size[k],
              {Dimension::share, {0, 1}, "Part of the jobs found that is in the sector"});
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

Sector WorkParameters::sector(double u) const
{
    double passed = 0.0;
    for (std::size_t k = 0; k + 1 < sector_count; ++k)
    {
        passed += sector_size[k];
        if (u < passed) return static_cast<Sector>(k);
    }
    return Sector::other;
}
}  // namespace kochmon
