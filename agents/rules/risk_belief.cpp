// SPDX-License-Identifier: MIT
#include "agents/rules/risk_belief.hpp"

namespace kochmon
{
void RiskBeliefParameters::fields(Fields& field)
{
    field("rules.risk_belief.initial", initial,
          {Dimension::per_month,
           {0, 1},
           "Chance of a sanction that a person without experience "
           "believes in"});
    field("rules.risk_belief.own_detection", own_detection,
          {Dimension::share, {0, 1}, "Part of the way to certainty after own detection"});
    field("rules.risk_belief.quiet_month", quiet_month,
          {Dimension::share, {0, 1}, "Part of the belief that a quiet month abroad takes away"});
}

float updated_risk(RiskBeliefParameters const& parameters, float believed, Experience experience)
{
    double const before = believed;
    double const after = experience == Experience::detected
                             ? before + parameters.own_detection.value() * (1.0 - before)
                             : before * (1.0 - parameters.quiet_month.value());
    return static_cast<float>(after);
}
}  // namespace kochmon
