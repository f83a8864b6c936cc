// SPDX-License-Identifier: MIT
#include "agents/rules/value.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace kochmon
{
void ValueParameters::fields(Fields& field)
{
    field("rules.kernel", kernel,
          {.dimension = Dimension::word,
           .meaning = "Form of value and noise in every decision",
           .words = {kernel_names.begin(), kernel_names.end()}});
    field("rules.value.curvature", curvature,
          {Dimension::roubles_per_month,
           {100, 1'000'000},
           "Scale c of the diminishing value of money"});
    field("rules.value.least_net", least_net,
          {Dimension::roubles_per_month,
           {1, 100'000},
           "Net income below which value falls no "
           "further"});
    field("rules.value.pooled", pooled,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "Income of others in the household with which a person's is pooled"});
    field(
        "rules.value.horizon.savers", saver_horizon,
        {Dimension::months, {1, 600}, "Months H over which a target saver spreads one-off costs"});
    field("rules.value.horizon.settlers", settler_horizon,
          {Dimension::months, {1, 600}, "The same for a settler"});
}

double value_of_money(ValueParameters const& parameters, double net)
{
    double const counted = std::max(net, parameters.least_net);
    if (parameters.kernel == Kernel::linear_flat) return counted;
    double const c = parameters.curvature;
    return c * elementary::log((counted + parameters.pooled) / c);
}
}  // namespace kochmon
