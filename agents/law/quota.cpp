// SPDX-License-Identifier: MIT
#include "agents/law/quota.hpp"

#include "agents/vocabulary/in_force.hpp"

namespace kochmon
{
namespace
{
void permit_fields(Fields& field, Place place, Quota& quota)
{
    std::string const at = path_of_destination(field.corridor(), place) + ".permit_quota";
    Cases const asked = where_permits_are(field.corridor(), jurisdiction_of(place));
    field(at + ".applies", quota.applies,
          in_force_if_any(asked, {.dimension = Dimension::truth,
                                  .meaning = "Whether work permits are limited in number",
                                  .use = Use::lever}));
    field(at + ".places", quota.places,
          in_force_if_any(each_with(asked, {at + ".applies", "true"}),
                          {Dimension::persons_per_year,
                           {0, 1e8},
                           "Permits for foreigners, all origins; a twelfth opens each month and "
                           "stays open until December; after a cut of the quota no more are open "
                           "than the new one would have opened",
                           Use::lever}));
    field(at + ".other_origins", quota.other_origins,
          {Dimension::share, {0, 1}, "Part of the permits that other origins take", Use::dated});
}

void residence_fields(Fields& field, Place place, ByScarce<ByPlace<Quota>>& quota)
{
    std::string const at = path_of_destination(field.corridor(), place) + ".residence_quota";
    auto const kind = [&](std::string const& name, Scarce scarce, std::string const& meaning)
    {
        quota[index(scarce)][index(place)].applies = true;
        field(at + "." + name, quota[index(scarce)][index(place)].places,
              in_force_if(
                  {path_of_law(field.corridor(), main_jurisdiction) + ".residence.by_quota.open",
                   "true"},
                  {Dimension::persons_per_year, {0, 1e8}, meaning, Use::lever}));
    };
    kind("temporary", Scarce::temporary_residence, "Temporary residents of the simulated origins");
    kind("permanent", Scarce::permanent_residence, "Permanent residents of the simulated origins");
}
}  // namespace

void QuotaLaw::fields(Fields& field)
{
    for (Place const place : field.corridor().destinations())
    {
        if (!is_in_main_jurisdiction(place)) continue;
        permit_fields(field, place, quota[index(Scarce::permit)][index(place)]);
        residence_fields(field, place, quota);
    }
    for (Place const place : field.corridor().destinations())
    {
        Quota& placements = quota[index(Scarce::placement)][index(place)];
        placements.applies = true;
        field(path_of_destination(field.corridor(), place) + ".placement.places", placements.places,
              {Dimension::persons_per_year,
               {0, 1e8},
               "Workers of the simulated origins whom the state or a licensed agency places",
               Use::lever});
    }
    Quota& citizens = quota[index(Scarce::citizenship)][index(first_destination)];
    std::string const at =
        path_of_law(field.corridor(), main_jurisdiction) + ".naturalization.quota";
    field(at + ".applies", citizens.applies,
          {.dimension = Dimension::truth,
           .meaning = "Whether naturalizations are limited in number",
           .use = Use::lever});
    field(at + ".places", citizens.places,
          in_force_if({at + ".applies", "true"}, {Dimension::persons_per_year,
                                                  {0, 1e8},
                                                  "Naturalizations of the simulated origins",
                                                  Use::lever}));
}
}  // namespace kochmon
