// SPDX-License-Identifier: MIT
#include "agents/rules/citizen_offer.hpp"

#include <fmt/format.h>

namespace kochmon
{
void CitizenOfferParameters::fields(Fields& field)
{
    field("rules.citizen_offer.hazard", hazard,
          {Dimension::per_month,
           {0, 10},
           fmt::format("Hazard that a regular foreign worker who speaks {} and has learnt enough "
                       "is offered a job that requires citizenship",
                       field.corridor().language_title()),
           Use::lever});
    field("rules.citizen_offer.open", open_months,
          {Dimension::months, {0, 120}, "Months that such an offer stays open"});
    field("rules.citizen_offer.premium", premium,
          {Dimension::ratio,
           {0, 5},
           "Wage premium of the job that requires citizenship",
           Use::lever});
}
}  // namespace kochmon
