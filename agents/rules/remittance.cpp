// SPDX-License-Identifier: MIT
#include "agents/rules/remittance.hpp"

#include "engine/elementary.hpp"

namespace kochmon
{
void RemittanceParameters::fields(Fields& field)
{
    field("rules.remittance.of_pay", of_pay,
          {Dimension::share, {0, 1}, "Part m0 of pay sent home in the first months"});
    field("rules.remittance.decay", decay,
          {Dimension::ratio, {0, 5}, "Decay d of that part with each year abroad"});
    field("rules.remittance.saved", saved,
          {Dimension::share, {0, 1}, "Part of remittances that the household does not spend"});
}

Kopecks remittance(RemittanceParameters const& parameters, Kopecks pay, int months_abroad, Kin kin)
{
    if (!kin.at_home || pay <= Kopecks{}) return Kopecks{};
    double const faded = elementary::exp(-parameters.decay * months_abroad / 12.0);
    return scaled(pay, parameters.of_pay.value() * faded);
}
}  // namespace kochmon
