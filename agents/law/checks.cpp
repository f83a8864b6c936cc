// SPDX-License-Identifier: MIT
#include "agents/law/checks.hpp"

namespace kochmon
{
namespace
{
void visibility_fields(Fields& field, Visibility& visibility)
{
    field("law.checks.visibility.regular", visibility.regular,
          {Dimension::ratio,
           {0, 1},
           "Checks of regular workers, relative to overstayers",
           Use::lever});
    field("law.checks.visibility.within_stay", visibility.within_stay,
          {Dimension::ratio,
           {0, 1},
           "Checks of irregular workers whose presence is lawful, relative to overstayers",
           Use::lever});
    field("law.checks.visibility.forged_papers", visibility.forged_papers,
          {Dimension::ratio,
           {0, 1},
           "Street checks that see through forged papers, relative to checks of overstayers",
           Use::lever});
    for (std::size_t sector = 0; sector < sector_count; ++sector)
        field("law.checks.visibility.sectors." + sector_names[sector], visibility.sector[sector],
              {Dimension::ratio, {0, 10}, "Checks of workers of the sector", Use::lever});
}
}  // namespace

void CheckLaw::fields(Fields& field)
{
    field("law.checks.hazard", hazard,
          {Dimension::per_month,
           {0, 10},
           "Hazard of a street check of an overstayer with capacity 1 and the reference number of "
           "irregulars, before the visibility of the sector",
           Use::lever});
    field("law.checks.crowding", crowding,
          {Dimension::ratio, {0, 100}, "How strongly many irregulars dilute the capacity"});
    field("law.checks.days_lost", days_lost,
          {Dimension::ratio, {0, 30}, "Days of pay that a check costs a regular worker"});
    visibility_fields(field, visibility);
    for (Place const place : field.corridor().destinations())
    {
        std::string const at = path_of_destination(field.corridor(), place) + ".checks";
        field(at + ".capacity", capacity[index(place)],
              in_force_if({"law.checks.hazard", above_zero},
                          {Dimension::ratio,
                           {0, 100},
                           "Capacity of checks, relative to the reference",
                           Use::lever}));
        field(
            at + ".other_irregulars", other_irregulars[index(place)],
            {Dimension::persons, {0, 1e8}, "Irregular workers of other nationalities", Use::dated});
        field(at + ".reference_irregulars", reference_irregulars[index(place)],
              {Dimension::persons, {1, 1e8}, "All irregular workers when capacity 1 was measured"});
    }
}

HazardPerMonth CheckLaw::hazard_at(Place place, double irregulars) const
{
    std::size_t const at = index(place);
    double const relative = (irregulars + other_irregulars[at]) / reference_irregulars[at];
    return hazard * (capacity[at] * (1.0 + crowding) / (1.0 + crowding * relative));
}

double CheckLaw::visibility_of(Status const& status, Sector sector) const
{
    double const at_work = status.employed() ? visibility.sector[index(sector)] : 1.0;
    if (status.papers != Papers::genuine) return at_work * visibility.forged_papers;
    if (status.regular()) return at_work * visibility.regular;
    return at_work * (status.presence_lawful() ? visibility.within_stay : 1.0);
}
}  // namespace kochmon
