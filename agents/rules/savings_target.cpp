// SPDX-License-Identifier: MIT
#include "agents/rules/savings_target.hpp"

namespace kochmon
{
void SavingsTargetParameters::fields(Fields& field)
{
    field("rules.savings_target.sum", target,
          {Dimension::roubles,
           {0, 21'000'000},
           "What a target saver wants to have sent home and in hand, in one spell abroad"});
    field(
        "rules.savings_target.reached", reached,
        {Dimension::roubles_per_month, {0, 1'000'000}, "What having it adds to the value of home"});
}

double SavingsTargetParameters::value_of_home(Aim aim, Kopecks sent, Kopecks cash) const
{
    return aim == Aim::save && sent + cash >= target ? reached : 0.0;
}
}  // namespace kochmon
