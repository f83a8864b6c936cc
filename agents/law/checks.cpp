// SPDX-License-Identifier: MIT
#include "agents/law/checks.hpp"

namespace kochmon
{
void CheckLaw::fields(Fields& field)
{
    field(
        "law.checks.hazard", hazard,
        {Dimension::per_month,
         {0, 10},
         "Hazard of a sanction of an irregular worker with capacity 1 and the reference number of "
         "irregulars",
         Use::lever});
    field("law.checks.crowding", crowding,
          {Dimension::ratio, {0, 100}, "How strongly many irregulars dilute the capacity"});
    field("law.checks.regular_visibility", regular_visibility,
          {Dimension::ratio, {0, 1}, "Checks of regular workers, relative to irregular ones"});
    field("law.checks.days_lost", days_lost,
          {Dimension::ratio, {0, 30}, "Days of pay that a check costs a regular worker"});
    for (std::size_t place = 1; place < place_count; ++place)
    {
        std::string const at = "destinations." + place_names[place] + ".checks";
        field(at + ".capacity", capacity[place],
              {Dimension::ratio,
               {0, 100},
               "Capacity of checks, relative to the reference",
               Use::lever});
        field(
            at + ".other_irregulars", other_irregulars[place],
            {Dimension::persons, {0, 1e8}, "Irregular workers of other nationalities", Use::dated});
        field(at + ".reference_irregulars", reference_irregulars[place],
              {Dimension::persons, {1, 1e8}, "All irregular workers when capacity 1 was measured"});
    }
}

HazardPerMonth CheckLaw::hazard_at(Place place, double irregulars) const
{
    std::size_t const at = index(place);
    double const relative = (irregulars + other_irregulars[at]) / reference_irregulars[at];
    return hazard * (capacity[at] * (1.0 + crowding) / (1.0 + crowding * relative));
}
}  // namespace kochmon
