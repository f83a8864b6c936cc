// SPDX-License-Identifier: MIT
#include "agents/rules/work.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace kochmon
{
void WorkParameters::fields(Fields& field)
{
    field("rules.work.loss", loss,
          {Dimension::per_month, {0, 10}, "Hazard of losing the job for a worker settled in it"});
    field(
        "rules.work.new_job_loss", new_job_loss,
        {Dimension::ratio, {0, 20}, "Hazard of losing a job in its first month, relative to that"});
    field("rules.work.settled_after", settled_after,
          {Dimension::months, {1, 240}, "Time in a job after which a worker is settled"});
    field("rules.work.finding", finding,
          {Dimension::per_month, {0, 50}, "Hazard of finding a job after the first month"});
    field("rules.work.contract_offer", contract_offer,
          {Dimension::per_month,
           {0, 50},
           "Hazard that an informal worker with a work right is offered a contract"});
}

double WorkParameters::newness(int months_in_job) const
{
    return std::clamp(1.0 - months_in_job / settled_after, 0.0, 1.0);
}

HazardPerMonth WorkParameters::loss_after(int months_in_job) const
{
    return loss * (1.0 + (new_job_loss - 1.0) * newness(months_in_job));
}

double WorkParameters::part_with_contract(double horizon) const
{
    double const offers = contract_offer.value() * horizon;
    for (Known const& known : known_)
        if (known.offers == offers) return known.part;
    return part_of(offers);
}

double WorkParameters::part_of(double offers)
{
    if (offers == 0.0) return 0.0;
    return 1.0 - (1.0 - elementary::exp(-offers)) / offers;
}

void WorkParameters::tabulate(std::array<double, 2> const& horizons)
{
    for (std::size_t k = 0; k < horizons.size(); ++k)
    {
        double const offers = contract_offer.value() * horizons[k];
        known_[k] = {offers, part_of(offers)};
    }
}
}  // namespace kochmon
