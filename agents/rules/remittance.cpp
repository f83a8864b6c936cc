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
    field("rules.remittance.irregular", irregular,
          {Dimension::ratio, {-1, 1}, "How much more of it irregular workers send"});
    field("rules.remittance.saved", saved,
          {Dimension::share, {0, 1}, "Part of remittances that the household does not spend"});
}

double RemittanceParameters::faded(int months) const
{
    bool const is_known =
        months >= 0 && static_cast<std::size_t>(months) < faded_.size() && faded_by_ == decay;
    return is_known ? faded_[static_cast<std::size_t>(months)]
                    : elementary::exp(-decay * months / 12.0);
}

void RemittanceParameters::tabulate()
{
    constexpr int fifty_years = 600;
    faded_.clear();
    for (int months = 0; months < fifty_years; ++months)
        faded_.push_back(elementary::exp(-decay * months / 12.0));
    faded_by_ = decay;
}

Kopecks remittance(RemittanceParameters const& parameters, Kopecks pay, Sender const& sender)
{
    if (!sender.kin_at_home || pay <= Kopecks{}) return Kopecks{};
    double const faded = parameters.faded(sender.months_abroad);
    double const more = sender.irregular ? 1.0 + parameters.irregular : 1.0;
    return scaled(pay, parameters.of_pay.value() * faded * more);
}
}  // namespace kochmon
