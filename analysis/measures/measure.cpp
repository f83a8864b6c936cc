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
void for_selected(Tally const& tally, Selection const& selection, Visit visit)
{
    for (Region const region : tally.regions())
        for (Place const place : tally.places())
            if (holds(selection, region, place)) visit(region, place);
}

/// Sum of `at(cell)` over the selected cells.
template <class At>
std::int64_t sum_of_cells(Tally const& tally, Selection const& selection, At at)
{
    std::int64_t sum = 0;
    for_selected(tally, selection,
                 [&](Region region, Place place)
                 {
                     for (Sex const sex : {Sex::female, Sex::male})
                         if (!selection.sex || *selection.sex == sex)
                             sum += at(tally.cell(region, place, sex));
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

std::vector<Group> origins(Corridor const& corridor)
{
    std::vector<Group> groups;
    for (Region const region : corridor.regions())
        groups.push_back({corridor.name_of(region), {.origin = region}});
    return groups;
}

std::vector<Group> countries(Corridor const& corridor)
{
    std::vector<Group> groups;
    for (Country const country : corridor.countries())
        groups.push_back({corridor.name_of(country), {.country = country}});
    return groups;
}

std::vector<Group> destinations(Corridor const& corridor)
{
    std::vector<Group> groups;
    for (Place const place : corridor.destinations())
        groups.push_back({corridor.name_of(place), {.place = place}});
    return groups;
}

std::vector<Group> jurisdictions(Corridor const& corridor)
{
    std::vector<Group> groups;
    for (Jurisdiction const where : corridor.jurisdictions())
        groups.push_back({corridor.name_of(where), {.jurisdiction = where}});
    return groups;
}

std::vector<Group> origins_and_destinations(Corridor const& corridor)
{
    std::vector<Group> groups;
    for (Group const& origin : origins(corridor))
        for (Group const& destination : destinations(corridor))
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

std::vector<Group> in_each_jurisdiction(Corridor const& corridor,
                                        std::vector<Group> const& statuses)
{
    std::vector<Group> groups;
    for (Group const& where : jurisdictions(corridor))
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

std::optional<Country> economy_of(Tally const& tally, Selection const& selection)
{
    std::optional<Country> country = selection.country;
    if (selection.origin) country = origin_country(*selection.origin);
    if (country) return tally.economies().holds(*country) ? country : std::nullopt;
    for (Country const one : tally.economies())
    {
        if (tally.total(Count::living, one) == 0) continue;
        if (country) return std::nullopt;
        country = one;
    }
    return country;
}

std::string name(Breakdown by, Corridor const& corridor)
{
    if (by == Breakdown::language) return corridor.language();
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
                                                                   "language",
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

std::string unit_in(Corridor const& corridor, Measure const& measure)
{
    constexpr std::string_view money = "money";
    if (!measure.unit.starts_with(money)) return measure.unit;
    return corridor.currencies().base().code + measure.unit.substr(money.size());
}

std::string denominator_in(Corridor const& corridor, Measure const& measure)
{
    constexpr std::string_view main = "{main}";
    std::string text = measure.denominator;
    if (std::size_t const at = text.find(main); at != std::string::npos)
        text.replace(at, main.size(), corridor.name_of(main_jurisdiction));
    return text;
}

std::vector<Group> groups(Breakdown by, Corridor const& corridor)
{
    switch (by)
    {
        case Breakdown::total:
            return {{"total", {}}};
        case Breakdown::origin:
            return origins(corridor);
        case Breakdown::destination:
            return destinations(corridor);
        case Breakdown::jurisdiction:
            return jurisdictions(corridor);
        case Breakdown::origin_destination:
            return origins_and_destinations(corridor);
        case Breakdown::sex:
            return {{"female", {.sex = Sex::female}}, {"male", {.sex = Sex::male}}};
        case Breakdown::age:
            return groups_of_profile(Profile::age);
        case Breakdown::sector:
            return groups_of_profile(Profile::sector);
        case Breakdown::years_abroad:
            return groups_of_profile(Profile::years_abroad);
        case Breakdown::profession:
            return groups_of_profile(Profile::profession);
        case Breakdown::schooling:
            return groups_of_profile(Profile::schooling);
        case Breakdown::language:
            return groups_of_profile(Profile::language);
        case Breakdown::country:
            return countries(corridor);
        case Breakdown::presence:
            return presences();
        case Breakdown::work_right:
            return work_rights();
        case Breakdown::jurisdiction_presence:
            return in_each_jurisdiction(corridor, presences());
        case Breakdown::jurisdiction_work_right:
            break;
    }
    return in_each_jurisdiction(corridor, work_rights());
}

std::int64_t agents(Tally const& tally, Count kind, Selection const& selection)
{
    if (selection.asks_for_status()) return tally.by_status(kind, status_of(selection));
    if (selection.profile_group) return by_profile(tally, kind)[*selection.profile_group];
    return sum_of_cells(tally, selection, [&](std::size_t cell) { return tally.at(kind, cell); });
}

std::int64_t agents(Tally const& tally, StayCount kind, std::size_t year,
                    Selection const& selection)
{
    return sum_of_cells(tally, selection,
                        [&](std::size_t cell) { return tally.at(kind, year, cell); });
}

std::int64_t kopecks(Tally const& tally, Flow kind, Selection const& selection)
{
    EXPECT(!selection.sex);
    if (selection.asks_for_status()) return tally.by_status(kind, status_of(selection));
    std::int64_t sum = 0;
    for_selected(tally, selection,
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
