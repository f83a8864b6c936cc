// SPDX-License-Identifier: MIT
#include "analysis/measures/measure.hpp"

#include <array>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
bool holds(Selection const& selection, Region region, Place place)
{
    if (!selection.holds(region)) return false;
    if (selection.place && *selection.place != place) return false;
    if (!selection.jurisdiction) return true;
    return place != Place::home && jurisdiction_of(place) == *selection.jurisdiction;
}

StatusPart status_of(Selection const& selection)
{
    EXPECT(!selection.origin && !selection.country && !selection.place && !selection.sex);
    return {.where = selection.jurisdiction,
            .presence = selection.presence,
            .work_right = selection.work_right};
}

/// Calls `visit(region, place)` for every selected pair.
template <class Visit>
void for_selected(Selection const& selection, Visit visit)
{
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t place = 0; place < place_count; ++place)
            if (holds(selection, static_cast<Region>(region), static_cast<Place>(place)))
                visit(static_cast<Region>(region), static_cast<Place>(place));
}

/// Sum of `at(cell)` over the selected cells.
template <class At>
std::int64_t sum_of_cells(Selection const& selection, At at)
{
    std::int64_t sum = 0;
    for_selected(selection,
                 [&](Region region, Place place)
                 {
                     for (Sex const sex : {Sex::female, Sex::male})
                         if (!selection.sex || *selection.sex == sex)
                             sum += at(Tally::cell(region, place, sex));
                 });
    return sum;
}

std::array<std::int64_t, profile_groups> const& by_profile(Tally const& tally, Count kind)
{
    if (kind == Count::foreign_workers) return tally.foreign_by_profile;
    if (kind == Count::workers_with_right) return tally.with_right_by_profile;
    EXPECT(kind == Count::regular_workers);
    return tally.regular_by_profile;
}

std::vector<Group> origins()
{
    std::vector<Group> groups;
    for (std::size_t region = 0; region < region_count; ++region)
        groups.push_back({region_names[region], {.origin = static_cast<Region>(region)}});
    return groups;
}

std::vector<Group> countries()
{
    std::vector<Group> groups;
    for (std::size_t country = 0; country < country_count; ++country)
        groups.push_back({country_names[country], {.country = static_cast<Country>(country)}});
    return groups;
}

std::vector<Group> destinations()
{
    std::vector<Group> groups;
    for (std::size_t place = 1; place < place_count; ++place)
        groups.push_back({place_names[place], {.place = static_cast<Place>(place)}});
    return groups;
}

std::vector<Group> jurisdictions()
{
    std::vector<Group> groups;
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
        groups.push_back(
            {jurisdiction_names[where], {.jurisdiction = static_cast<Jurisdiction>(where)}});
    return groups;
}

std::vector<Group> origins_and_destinations()
{
    std::vector<Group> groups;
    for (Group const& origin : origins())
        for (Group const& destination : destinations())
            groups.push_back(
                {origin.name + '+' + destination.name,
                 {.origin = origin.selection.origin, .place = destination.selection.place}});
    return groups;
}

/// Presences in which something can happen to persons abroad: who is taken into custody has left
/// before the month ends, and what happened before that happened in another.
std::vector<Group> presences()
{
    std::vector<Group> groups;
    for (Presence const presence :
         {Presence::permitted, Presence::registered, Presence::overstayed, Presence::prison})
        groups.push_back({presence_names[index(presence)], {.presence = presence}});
    return groups;
}

std::vector<Group> work_rights()
{
    std::vector<Group> groups;
    for (std::size_t right = 0; right < work_right_names.size(); ++right)
        groups.push_back({work_right_names[right], {.work_right = static_cast<WorkRight>(right)}});
    return groups;
}

std::vector<Group> in_each_jurisdiction(std::vector<Group> const& statuses)
{
    std::vector<Group> groups;
    for (Group const& where : jurisdictions())
        for (Group status : statuses)
        {
            status.name = where.name + '+' + status.name;
            status.selection.jurisdiction = where.selection.jurisdiction;
            groups.push_back(std::move(status));
        }
    return groups;
}

std::vector<Group> groups_of_profile(Profile profile)
{
    std::vector<Group> groups;
    for (std::size_t k = 0; k < profile_sizes[index(profile)]; ++k)
    {
        std::size_t const at = profile_begins[index(profile)] + k;
        groups.push_back({profile_group_names[at], {.profile_group = at}});
    }
    return groups;
}
}  // namespace

std::string const& name(Breakdown by)
{
    static std::array<std::string, breakdown_count> const names = {"total",
                                                                   "origin",
                                                                   "destination",
                                                                   "jurisdiction",
                                                                   "origin+destination",
                                                                   "sex",
                                                                   "age",
                                                                   "sector",
                                                                   "years_abroad",
                                                                   "profession",
                                                                   "schooling",
                                                                   "russian",
                                                                   "country",
                                                                   "presence",
                                                                   "work_right",
                                                                   "jurisdiction+presence",
                                                                   "jurisdiction+work_right"};
    return names[index(by)];
}

std::string const& name(MeasureKind kind)
{
    static std::array<std::string, 5> const names = {"stock", "flow", "exposure", "rate", "money"};
    return names[index(kind)];
}

std::vector<Group> const& groups(Breakdown by)
{
    static std::array<std::vector<Group>, breakdown_count> const groups = {
        std::vector<Group>{{"total", {}}},
        origins(),
        destinations(),
        jurisdictions(),
        origins_and_destinations(),
        std::vector<Group>{{"female", {.sex = Sex::female}}, {"male", {.sex = Sex::male}}},
        groups_of_profile(Profile::age),
        groups_of_profile(Profile::sector),
        groups_of_profile(Profile::years_abroad),
        groups_of_profile(Profile::profession),
        groups_of_profile(Profile::schooling),
        groups_of_profile(Profile::russian),
        countries(),
        presences(),
        work_rights(),
        in_each_jurisdiction(presences()),
        in_each_jurisdiction(work_rights())};
    return groups[index(by)];
}

std::int64_t agents(Tally const& tally, Count kind, Selection const& selection)
{
    if (selection.asks_for_status()) return tally.by_status(kind, status_of(selection));
    if (selection.profile_group) return by_profile(tally, kind)[*selection.profile_group];
    return sum_of_cells(selection, [&](std::size_t cell) { return tally.at(kind, cell); });
}

std::int64_t agents(Tally const& tally, StayCount kind, std::size_t year,
                    Selection const& selection)
{
    return sum_of_cells(selection, [&](std::size_t cell) { return tally.at(kind, year, cell); });
}

std::int64_t kopecks(Tally const& tally, Flow kind, Selection const& selection)
{
    EXPECT(!selection.sex);
    if (selection.asks_for_status()) return tally.by_status(kind, status_of(selection));
    std::int64_t sum = 0;
    for_selected(selection,
                 [&](Region region, Place place) { sum += tally.at(kind, region, place); });
    return sum;
}

std::optional<double> value(Measure const& measure, Tally const& tally, double weight,
                            Selection const& selection)
{
    if (measure.derived) return measure.derived(tally, selection);
    auto const amount = static_cast<double>(measure.amount(tally, selection));
    if (measure.kind == MeasureKind::money) return amount * weight / 100.0;
    if (!measure.below) return measure.per * amount * weight;
    std::int64_t const below = measure.below(tally, selection);
    if (below == 0) return std::nullopt;
    return measure.per * amount / static_cast<double>(below);
}
}  // namespace kochmon
