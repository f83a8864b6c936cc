// SPDX-License-Identifier: MIT
#include "agents/law/intermediaries.hpp"

#include "agents/vocabulary/in_force.hpp"

namespace kochmon
{
void IntermediaryLaw::fields(Fields& field)
{
    for (Jurisdiction const where : field.corridor().with_whole_law())
    {
        std::string const at = path_of_law(field.corridor(), where) + ".intermediaries";
        Cases const asked = where_permits_are(field.corridor(), where);
        field(at + ".price", price[index(where)],
              in_force_if_any(asked, {Dimension::roubles,
                                      {0, 10'000'000},
                                      "Total price of a permit through an intermediary",
                                      Use::lever}));
        field(
            at + ".forged", forged[index(where)],
            in_force_if_any(
                asked, {Dimension::share,
                        {0, 1},
                        "Part of the intermediaries' permits that is forged unknown to the client",
                        Use::lever}));
    }
}
}  // namespace kochmon
