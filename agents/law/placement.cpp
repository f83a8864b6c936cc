// SPDX-License-Identifier: MIT
#include "agents/law/placement.hpp"

namespace kochmon
{
void PlacementLaw::fields(Fields& field)
{
    for (Place const place : field.corridor().destinations())
    {
        std::string const at = path_of_destination(field.corridor(), place) + ".placement";
        field(at + ".test_passed", test_passed[index(place)],
              in_force_if({at + ".places", above_zero},
                          {Dimension::share,
                           {0, 1},
                           "Part of adults who pass the language test for placement in a year",
                           Use::lever}));
        field(at + ".price", price[index(place)],
              in_force_if({at + ".places", above_zero},
                          {Dimension::roubles,
                           {0, 10'000'000},
                           "Price of a placement, in addition to the permit's fee",
                           Use::lever}));
    }
}
}  // namespace kochmon
