// SPDX-License-Identifier: MIT
#include "agents/synthesis/conditions.hpp"

#include "agents/model/parameters.hpp"

namespace kochmon
{
StartConditions StartConditions::of(ModelParameters const& parameters)
{
    MarketParameters const& markets = parameters.markets;
    StartConditions conditions{
        .income_without_wage_job = markets.income_without_wage_job,
        .sector_wage = parameters.labour_market.sector_wage,
        .remitted = parameters.remittance.of_pay.value(),
        .savings_target = parameters.savings_target.target,
        .sectors = parameters.sectors,
        .passport_validity = parameters.consulate.passport_validity,
        .dual_citizenship = parameters.naturalization.dual,
        .permitted_months = parameters.stay.permitted_months,
        .permit_payment = parameters.permits.of(Scheme::permit).payment,
        .perceived_risk = parameters.risk_belief.initial.value(),
    };
    for (std::size_t region = 0; region < most_regions; ++region)
    {
        conditions.wage_at_home[region] =
            markets.wage_at_home[region].roubles() * parameters.home_economies.income[region];
        conditions.wage_job_share[region] = markets.wage_job_share[region].value();
    }
    for (std::size_t place = 0; place < most_places; ++place)
        conditions.wage[place] = markets.wage[place].roubles();
    return conditions;
}
}  // namespace kochmon
