// SPDX-License-Identifier: MIT
#include "agents/law/registration.hpp"

#include <algorithm>

namespace kochmon
{
void RegistrationLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().jurisdictions())
    {
        std::string const at = path_of_law(field.corridor(), where) + ".registration";
        field(at + ".fee", fee[index(where)],
              {Dimension::roubles, {0, 1'000'000}, "Fee of registration", Use::lever});
        for (Country const country : field.corridor().countries())
            field(at + ".deadline." + field.corridor().name_of(country),
                  deadline[index(where)][index(country)],
                  {Dimension::months,
                   {0, 120},
                   "Time after arrival to register, for those who come from there",
                   Use::lever});
        field(at + ".fine", fine[index(where)],
              {Dimension::roubles,
               {0, 1'000'000},
               "Fine at a check for a person not registered in time",
               Use::lever});
    }
}

Probability RegistrationLaw::late(Jurisdiction where, Region origin, int months) const
{
    double const allowed = deadline[index(where)][index(origin_country(origin))];
    return Probability(std::clamp(months - allowed, 0.0, 1.0));
}

double RegistrationLaw::expected_fine(Jurisdiction where, Region origin, double horizon) const
{
    double const allowed = deadline[index(where)][index(origin_country(origin))];
    double const in_time = std::min(allowed, horizon) / horizon;
    return (1.0 - in_time) * fine[index(where)].roubles();
}
}  // namespace kochmon
