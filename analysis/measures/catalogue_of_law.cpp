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
    auto const stock = [&](char const* name, Count kind, char const* definition) {
        list.push_back({name, MeasureKind::stock, "persons", definition, counted(kind), in_short});
    };
    stock("without_right", Count::without_right, "Foreigners abroad without a work right");
    stock("free_movers", Count::free_movers, "Foreigners abroad who work by free movement");
    stock("temporary_residents", Count::temporary_residents, "Temporary residents abroad");
    stock("permanent_residents", Count::permanent_residents, "Permanent residents abroad");
    stock("permitted", Count::permitted, "Foreigners in a lawful stay who have not registered");
    stock("registered", Count::registered, "Foreigners in a lawful stay who are registered");
    stock("in_prison", Count::in_prison, "Persons in prison for forged papers");
    stock("with_contract", Count::with_contract, "Workers abroad who have a contract");
    stock("forged_knowingly", Count::forged_knowingly,
          "Users of forged papers who know that they are forged");
    stock("forged_unknowingly", Count::forged_unknowingly,
          "Users of forged papers whom an intermediary deceived");
    stock("applicants_waiting", Count::applicants_waiting,
          "Persons whose permit is granted and does not count yet");
    stock("in_citizenship_queue", Count::in_citizenship_queue,
          "Persons who await the decision on their citizenship");
    stock("dual_citizens", Count::dual_citizens,
          "Naturalized persons abroad who have not given up the citizenship of origin");
    stock("at_consulate", Count::at_consulate, "Foreigners abroad registered at their consulate");
    stock("passport_expired", Count::passport_expired,
          "Foreigners abroad whose passport has run out");
    stock("official_irregulars", Count::official_irregulars,
          "Persons found irregular by a check within 12 months, wherever they are now: what an "
          "official count of irregulars can know");
    list.push_back({"bans_listed", MeasureKind::stock, "persons",
                    "Bans on entry next month; a person counts in each jurisdiction. By "
                    "jurisdiction: its bans, wherever the person is",
                    counted_by_ban(Count::bans_listed, &BansByJurisdiction::listed), of_bans});
    list.push_back({"barred_from_entry", MeasureKind::stock, "persons",
                    "Persons, wherever they are, who may not enter the jurisdiction next month; "
                    "in total: one at least",
                    counted_by_ban(Count::banned, &BansByJurisdiction::listed), of_bans});
}

void add_checks(List& list)
{
    auto const flow = [&](char const* name, Count kind, char const* unit, char const* definition) {
        list.push_back({name, MeasureKind::flow, unit, definition, counted(kind), in_short});
    };
    flow("checks", Count::checks, "checks/month", "Checks that met a migrant, regular or not");
    flow("fines", Count::fines, "fines/month", "Fines of irregular workers found by a check");
    flow("registration_fines", Count::registration_fines, "fines/month",
         "Fines for registration too late or not at all");
    flow("saved_by_consulate", Count::saved_by_consulate, "persons/month",
         "Removals that the consulate turned into a fine");
    flow("custody", Count::custody, "persons/month", "Persons taken into custody");
    flow("custody_days", Count::custody_days, "days/month", "Days that they spend there");
    flow("convictions", Count::convictions, "persons/month",
         "Users of forged papers sent to prison");
    flow("acquittals", Count::acquittals, "persons/month",
         "Suspects freed because their papers are genuine");
    flow("released", Count::released, "persons/month",
         "Persons expelled at the end of a prison term");
    flow("bans_entered", Count::bans_entered, "bans/month", "Bans that the list did not hold");
    flow("repeat_bans", Count::repeat_bans, "bans/month",
         "Fines that repeat an earlier one on which entry is closed, also if a longer ban holds");
    flow("offences", Count::offences, "fines/month",
         "Fines for offences of other kinds than work and stay");
    list.push_back({"bans_expired", MeasureKind::flow, "bans/month",
                    "Bans that ended. By jurisdiction: its bans, wherever the person is",
                    counted_by_ban(Count::bans_expired, &BansByJurisdiction::expired), of_bans});
    list.push_back({"bans_purged", MeasureKind::flow, "bans/month",
                    "Bans lifted by an amnesty. By jurisdiction: its bans, wherever the person is",
                    counted_by_ban(Count::bans_purged, &BansByJurisdiction::purged), of_bans});
    list.push_back({"bans_of_the_dead", MeasureKind::flow, "bans/month",
                    "Bans struck from the list since the person died. By jurisdiction: its bans",
                    counted_by_ban(Count::bans_of_the_dead, &BansByJurisdiction::of_the_dead),
                    of_bans});
    flow("turned_back", Count::turned_back, "persons/month",
         "Persons turned back at entry by a ban they did not know of");
}

void add_papers(List& list)
{
    auto const flow = [&](char const* name, Count kind, char const* unit, char const* definition) {
        list.push_back({name, MeasureKind::flow, unit, definition, counted(kind), in_short});
    };
    flow("registrations", Count::registrations, "persons/month",
         "Registrations without a work permit");
    flow("permits_sought", Count::permits_sought, "applications/month",
         "Applications for work permits; who is refused may apply again next month");
    flow("permits_granted", Count::permits_granted, "permits/month",
         "Applications that the quota admits");
    flow("permits_refused", Count::permits_refused, "applications/month",
         "Applications that the quota refuses");
    flow("permits_bought", Count::permits_bought, "permits/month",
         "Permits of all kinds bought, in an amnesty too");
    flow("patents_bought", Count::patents_bought, "permits/month", "Of them patents");
    flow("permits_outside_quota", Count::permits_outside_quota, "permits/month",
         "Of them those for which no place in a quota is needed, amnesties left out");
    flow("permits_without_purse", Count::permits_without_purse, "permits/month",
         "Permits granted and not paid, the household's purse being given to another member");
    flow("permits_through_intermediary", Count::permits_through_intermediary, "permits/month",
         "Genuine permits bought through an intermediary");
    flow("permits_by_amnesty", Count::permits_by_amnesty, "permits/month",
         "Permits bought in an amnesty by persons outside the law");
    flow("permits_lapsed", Count::permits_lapsed, "permits/month",
         "Work permits that ran out, or were not paid on");
    flow("forged_bought", Count::forged_bought, "cards/month", "Forged cards bought knowingly");
    flow("forged_sold", Count::forged_sold, "permits/month",
         "Forged permits sold by intermediaries to clients who do not know");
    flow("re_entries", Count::re_entries, "persons/month",
         "Persons who left and came back for a new permitted stay");
    flow("stays_overrun", Count::stays_overrun, "persons/month",
         "Persons whose lawful stay ran out");
}

void add_settling(List& list)
{
    auto const flow = [&](char const* name, Count kind, char const* definition)
    {
        list.push_back(
            {name, MeasureKind::flow, "persons/month", definition, counted(kind), in_short});
    };
    flow("placements_sought", Count::placements_sought,
         "Applications for placement by the state or an agency");
    flow("placements_granted", Count::placements_granted, "Of them admitted by the quota");
    flow("placements_refused", Count::placements_refused, "Of them refused by the quota");
    flow("placements_unused", Count::placements_unused,
         "Granted and not used: the household's purse given to another member, or turned back");
    flow("placed", Count::placed, "Departures by placement");
    flow("residence_sought", Count::residence_sought,
         "Applications for residence in the quota, temporary or permanent");
    flow("residence_granted", Count::residence_granted, "Of them admitted by the quota");
    flow("residence_refused", Count::residence_refused, "Of them refused by the quota");
    flow("residences_obtained", Count::residences_obtained, "Residences begun");
    flow("temporary_residences_obtained", Count::temporary_residences_obtained,
         "Of them temporary");
    flow("residences_outside_quota", Count::residences_outside_quota,
         "Of those begun, by paths without a quota");
    flow("residences_ended", Count::residences_ended, "Temporary residences that ran out");
    flow("residence_without_purse", Count::residence_without_purse,
         "Granted and not paid for, the household's purse being given to another member");
    flow("citizenship_sought", Count::citizenship_sought, "Applications for citizenship");
    flow("citizenship_admitted", Count::citizenship_admitted, "Of them admitted by the quota");
    flow("citizenship_without_purse", Count::citizenship_without_purse,
         "Admitted and not paid for, the household's purse being given to another member");
    flow("citizenship_queued", Count::citizenship_queued, "Entered the queue");
    flow("citizenship_abandoned", Count::citizenship_abandoned,
         "Left the queue: with the country, or for prison");
    flow("citizenship_refused", Count::citizenship_refused, "Of them refused by the quota");
    flow("citizenship_denied", Count::citizenship_denied, "Denied at the end of the queue");
    list.push_back({"naturalizations", MeasureKind::flow, "persons/month",
                    "Naturalizations at the destination", counted(Count::naturalizations),
                    at_destinations});
    flow("consular_registrations", Count::consular_registrations,
         "Registrations with the consulate of the state of origin");
    flow("passports_renewed", Count::passports_renewed, "Passports renewed abroad");
}
}  // namespace kochmon::detail
