// SPDX-License-Identifier: MIT
// Of the list of measures: status, checks, papers, residence and citizenship.
#include "analysis/measures/catalogue.hpp"

namespace kochmon::detail
{
namespace
{
using BansOf = ByRegion<ByJurisdiction<std::int64_t>>;

std::int64_t of_selected(Tally const& tally, BansOf BansByJurisdiction::*which,
                         Selection const& selection)
{
    std::int64_t sum = 0;
    for (Region const region : tally.regions())
        if (selection.holds(region))
            sum += (tally.bans.*which)[index(region)][index(*selection.jurisdiction)];
    return sum;
}

// Where the barred are says nothing of whose list they are on.
std::vector<Breakdown> const of_bans = {Breakdown::total, Breakdown::origin,
                                        Breakdown::jurisdiction};

/// By jurisdiction it counts whose bans they are, else persons or bans where `kind` counts them.
Amount counted_by_ban(Count kind, BansOf BansByJurisdiction::*bans)
{
    return [kind, bans](Tally const& tally, Selection const& selection)
    {
        return selection.jurisdiction ? of_selected(tally, bans, selection)
                                      : agents(tally, kind, selection);
    };
}
}  // namespace

void add_layers(List& list)
{
    tell(list, Count::without_right);
    tell(list, Count::free_movers);
    tell(list, Count::temporary_residents);
    tell(list, Count::permanent_residents);
    tell(list, Count::permitted);
    tell(list, Count::registered);
    tell(list, Count::in_prison);
    tell(list, Count::with_contract);
    tell(list, Count::forged_knowingly);
    tell(list, Count::forged_unknowingly);
    tell(list, Count::applicants_waiting);
    tell(list, Count::in_citizenship_queue);
    tell(list, Count::dual_citizens);
    tell(list, Count::at_consulate);
    tell(list, Count::passport_expired);
    tell(list, Count::official_irregulars);
    tell(list, Count::bans_listed, of_bans).amount =
        counted_by_ban(Count::bans_listed, &BansByJurisdiction::listed);
    list.push_back({"barred_from_entry", MeasureKind::stock, "persons",
                    "Persons, wherever they are, barred from entering the jurisdiction next month; "
                    "in total: at least one",
                    counted_by_ban(Count::banned, &BansByJurisdiction::listed), of_bans});
}

void add_checks(List& list)
{
    tell(list, Count::checks);
    tell(list, Count::fines);
    tell(list, Count::registration_fines);
    tell(list, Count::saved_by_consulate);
    tell(list, Count::custody);
    tell(list, Count::custody_days);
    tell(list, Count::convictions);
    tell(list, Count::acquittals);
    tell(list, Count::released);
    tell(list, Count::bans_entered);
    tell(list, Count::repeat_bans);
    tell(list, Count::offences);
    tell(list, Count::bans_expired, of_bans).amount =
        counted_by_ban(Count::bans_expired, &BansByJurisdiction::expired);
    tell(list, Count::bans_purged, of_bans).amount =
        counted_by_ban(Count::bans_purged, &BansByJurisdiction::purged);
    tell(list, Count::bans_of_the_dead, of_bans).amount =
        counted_by_ban(Count::bans_of_the_dead, &BansByJurisdiction::of_the_dead);
    tell(list, Count::turned_back);
}

void add_papers(List& list)
{
    tell(list, Count::registrations);
    tell(list, Count::permits_sought);
    tell(list, Count::permits_granted);
    tell(list, Count::permits_refused);
    tell(list, Count::permits_bought);
    tell(list, Count::patents_bought);
    tell(list, Count::permits_outside_quota);
    tell(list, Count::permits_without_purse);
    tell(list, Count::permits_through_intermediary);
    tell(list, Count::permits_by_amnesty);
    tell(list, Count::permits_lapsed);
    tell(list, Count::forged_bought);
    tell(list, Count::forged_sold);
    tell(list, Count::re_entries);
    tell(list, Count::stays_overrun);
}

void add_settling(List& list)
{
    tell(list, Count::placements_sought);
    tell(list, Count::placements_granted);
    tell(list, Count::placements_refused);
    tell(list, Count::placements_unused);
    tell(list, Count::placed);
    tell(list, Count::residence_sought);
    tell(list, Count::residence_granted);
    tell(list, Count::residence_refused);
    tell(list, Count::residences_obtained);
    tell(list, Count::temporary_residences_obtained);
    tell(list, Count::residences_outside_quota);
    tell(list, Count::residences_ended);
    tell(list, Count::residence_without_purse);
    tell(list, Count::citizenship_sought);
    tell(list, Count::citizenship_admitted);
    tell(list, Count::citizenship_without_purse);
    tell(list, Count::citizenship_queued);
    tell(list, Count::citizenship_abandoned);
    tell(list, Count::citizenship_refused);
    tell(list, Count::citizenship_denied);
    tell(list, Count::naturalizations, at_destinations);
    tell(list, Count::consular_registrations);
    tell(list, Count::passports_renewed);
}
}  // namespace kochmon::detail
