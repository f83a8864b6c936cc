// SPDX-License-Identifier: MIT
#include "agents/law/stay.hpp"

namespace kochmon
{
void StayLaw::fields(Fields& field)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
    {
        std::string const at = "jurisdictions." + jurisdiction_names[where];
        field(at + ".entry", entry[where],
              {.dimension = Dimension::word,
               .meaning = "Who may enter for work: everybody, or state placements alone",
               .use = Use::lever,
               .words = {"free", "state_quota"}});
        field(at + ".permitted_stay", permitted_months[where],
              {Dimension::months, {0, 120}, "Stay without a permit after entry", Use::lever});
        field(at + ".registration.fee", registration_fee[where],
              {Dimension::roubles, {0, 1'000'000}, "Fee of registration on arrival", Use::lever});
    }
}

bool permitted_stay_over(StayLaw const& law, Place place, MonthStamp arrival, Month month)
{
    return month.since_1900() - arrival > law.permitted_months[index(jurisdiction_of(place))];
}
}  // namespace kochmon
