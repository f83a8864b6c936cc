// SPDX-License-Identifier: MIT
#include "agents/law/permit.hpp"

namespace kochmon
{
void PermitLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
    {
        std::string const at = "jurisdictions." + jurisdiction_names[where] + ".permit";
        field(at + ".fee", fee[where],
              {Dimension::roubles,
               {0, 10'000'000},
               "Fee of a work permit or patent, upfront",
               Use::lever,
               {origin_dimension()}});
        field(at + ".duration", duration[where],
              {Dimension::months, {1, 120}, "Months that a permit holds", Use::lever});
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
}  // namespace kochmon
