// SPDX-License-Identifier: MIT
#include "agents/law/placement.hpp"

namespace kochmon
{
void PlacementLaw::fields(Fields& field)
{
    for (std::size_t place = 1; place < place_count; ++place)
    {
        std::string const at = "destinations." + place_names[place] + ".placement";
        field(at + ".test_passed", test_passed[place],
              in_force_if({at + ".places", above_zero},
                          {Dimension::share,
                           {0, 1},
                           "Part of adults who pass the language test for placement in a year",
                           Use::lever}));
        field(at + ".price", price[place],
              in_force_if({at + ".places", above_zero},
                          {Dimension::roubles,
                           {0, 10'000'000},
                           "Price of a placement, beside the permit's fee",
                           Use::lever}));
    }
}
}  // namespace kochmon
