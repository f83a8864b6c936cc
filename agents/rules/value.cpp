// SPDX-License-Identifier: MIT
#include "agents/rules/value.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace kochmon
{
void ValueParameters::fields(Fields& field)
{
    field("rules.value.curvature", curvature,
          {Dimension::roubles_per_month,
           {100, 1'000'000},
           "Scale c of the diminishing value of money"});
    field("rules.value.least_net", least_net,
          {Dimension::roubles_per_month,
           {1, 100'000},
           "Net income below which value falls no "
           "further"});
    field("rules.value.horizon", horizon,
          {Dimension::months, {1, 600}, "Months H over which a plan spreads one-off costs"});
}

double value_of_money(ValueParameters const& parameters, double net)
{
    double const c = parameters.curvature;
    return c * elementary::log(std::max(net, parameters.least_net) / c);
}
}  // namespace kochmon
