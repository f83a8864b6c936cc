// SPDX-License-Identifier: MIT
#include "agents/rules/status_choice.hpp"

namespace kochmon
{
void StatusParameters::fields(Fields& field)
{
    field("rules.status.noise", noise,
          {Dimension::roubles_per_month,
           {1, 1'000'000},
           "Scale sigma_status of what is not "
           "observed"});
    field("rules.status.norm_cost", norm_cost,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "What irregularity costs among people who are all regular"});
}

StatusPlan choose_status(StatusParameters const& parameters, double value_of_permit,
                         double value_of_nothing, ChoiceNoise const& noise)
{
    auto const unobserved = [&](StatusPlan plan)
    { return parameters.noise * noise.alternative(static_cast<std::uint32_t>(plan)); };
    double const permit = value_of_permit + unobserved(StatusPlan::permit);
    double const nothing = value_of_nothing + unobserved(StatusPlan::nothing);
    return permit > nothing ? StatusPlan::permit : StatusPlan::nothing;
}
}  // namespace kochmon
