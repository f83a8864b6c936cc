// SPDX-License-Identifier: MIT
#include "agents/law/offences.hpp"

namespace kochmon
{
void OffenceLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::size_t const k = index(where);
        std::string const at = path_of_law(field.corridor(), where) + ".offences";
        field(at + ".hazard", hazard[k],
              {Dimension::per_month,
               {0, 10},
               "Hazard that a foreigner is fined for an offence of another kind than work or stay",
               Use::lever});
        field(at + ".fine", fine[k],
              in_force_if({at + ".hazard", above_zero},
                          {Dimension::roubles, {0, 10'000'000}, "Fine for it", Use::lever}));
    }
}
}  // namespace kochmon
