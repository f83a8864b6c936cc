// SPDX-License-Identifier: MIT
#include "agents/prospects.hpp"

#include <algorithm>

namespace kochmon
{
namespace
{
double net_with(Circumstances const& life, ModelParameters const& parameters, WorkRight right)
{
    double const pay = life.pay * parameters.work.pay_factor(right);
    return life.chance_of_work * pay - parameters.markets.living(life.place).roubles() -
           life.one_off_cost / parameters.value.horizon;
}
}  // namespace

Prospect prospect(Circumstances const& life, ModelParameters const& parameters)
{
    double const legal = net_with(life, parameters, WorkRight::permit) -
                         parameters.permit.fee_per_month(life.place, life.origin);
    double const irregular = net_with(life, parameters, WorkRight::none);
    double const forgone = std::max(0.0, std::max(legal, irregular) - life.income_at_home);
    double const loss = parameters.sanctions.expected_loss(jurisdiction_of(life.place), life.pay,
                                                           forgone, parameters.value.horizon);
    double const check_of_regular = parameters.checks.regular_visibility * life.pay *
                                    parameters.work.pay_factor(WorkRight::permit) *
                                    parameters.checks.days_lost / 30.0;
    return {.legal = legal - life.perceived_risk * check_of_regular,
            .irregular = irregular - life.perceived_risk * loss};
}

double net_of_citizen(Circumstances const& life, ModelParameters const& parameters)
{
    return net_with(life, parameters, WorkRight::citizen);
}
}  // namespace kochmon
