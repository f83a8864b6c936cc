// SPDX-License-Identifier: MIT
#include "agents/law/permit.hpp"

#include "agents/in_force.hpp"
#include "agents/jurisdictions.hpp"

namespace kochmon
{
void PermitLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
    {
        std::string const at = path_of_law(static_cast<Jurisdiction>(where)) + ".permit";
        Cases const asked = where_permits_are(static_cast<Jurisdiction>(where));
        field(at + ".fee", fee[where],
              in_force_if_any(asked, {Dimension::roubles,
                                      {0, 10'000'000},
                                      "Fee of a work permit or patent for its whole duration",
                                      Use::lever,
                                      {origin_dimension()}}));
        field(at + ".duration", duration[where],
              in_force_if_any(
                  asked, {Dimension::months, {1, 120}, "Months that a permit holds", Use::lever}));
        field(at + ".payment", payment[where],
              in_force_if_any(
                  asked,
                  {.dimension = Dimension::word,
                   .meaning = "Whether the fee is paid at once or month by month; an unpaid month "
                              "lets the permit lapse",
                   .use = Use::lever,
                   .words = {"upfront", "monthly"}}));
        field(at + ".red_tape", red_tape[where],
              in_force_if_any(
                  asked,
                  {Dimension::months, {0, 24}, "Time from application to permit", Use::lever}));
    }
}

Kopecks PermitLaw::fee_of(Place place, Region origin) const
{
    return fee[index(jurisdiction_of(place))][index(origin)];
}

double PermitLaw::fee_per_month(Place place, Region origin) const
{
    return fee_of(place, origin).roubles() / duration[index(jurisdiction_of(place))];
}

Kopecks PermitLaw::first_payment(Place place, Region origin) const
{
    return monthly(place) ? Kopecks::from_roubles(fee_per_month(place, origin))
                          : fee_of(place, origin);
}

int months_of_delay(double delay, double u)
{
    auto const whole = static_cast<int>(delay);
    return u < delay - whole ? whole + 1 : whole;
}
}  // namespace kochmon
