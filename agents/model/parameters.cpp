// SPDX-License-Identifier: MIT
#include "agents/model/parameters.hpp"

namespace kochmon
{
void ModelParameters::fields(Fields& field)
{
    vital.fields(field);
    markets.fields(field);
    labour_market.fields(field);
    saving.fields(field);
    home_economies.fields(field);
    unrest.fields(field);
    stay.fields(field);
    registration.fields(field);
    permits.fields(field);
    quota.fields(field);
    placement.fields(field);
    intermediaries.fields(field);
    forgery.fields(field);
    checks.fields(field);
    sanctions.fields(field);
    exit_bans.fields(field);
    repeat_bans.fields(field);
    offences.fields(field);
    amnesty.fields(field);
    employer_sanctions.fields(field);
    residence.fields(field);
    naturalization.fields(field);
    consulate.fields(field);
    return_credit.fields(field);
    departure_credit.fields(field);
    courses.fields(field);
    repatriation.fields(field);
    attention.fields(field);
    value.fields(field);
    savings_target.fields(field);
    ties.fields(field);
    liquidity.fields(field);
    departure.fields(field);
    return_home.fields(field);
    joining.fields(field);
    status.fields(field);
    residence_choice.fields(field);
    naturalization_choice.fields(field);
    consular_choice.fields(field);
    work.fields(field);
    sectors.fields(field);
    pay.fields(field);
    exploitation.fields(field);
    citizen_offer.fields(field);
    remittance.fields(field);
    risk_belief.fields(field);
}
}  // namespace kochmon
