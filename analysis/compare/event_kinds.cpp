// SPDX-License-Identifier: MIT
#include "analysis/compare/event_kinds.hpp"

#include <array>

namespace kochmon
{
namespace
{
using enum Count;
using enum PartingPoint;
constexpr std::array<EventKind, 66> all_kinds = {
    EventKind{Count::births, "birth", birth_and_death},
    EventKind{Count::deaths, "death", birth_and_death},
    EventKind{released, "released", terms},
    EventKind{bans_purged, "ban_purged", terms},
    EventKind{passports_renewed, "passport_renewed", terms},
    EventKind{residences_ended, "residence_ended", terms},
    EventKind{permits_lapsed, "permit_lapsed", terms},
    EventKind{stays_overrun, "stay_overrun", terms},
    EventKind{citizenship_denied, "citizenship_denied", terms},
    EventKind{citizenship_abandoned, "citizenship_abandoned", terms},
    EventKind{naturalizations, "naturalized", terms},
    EventKind{learnt_language, "language_learnt", PartingPoint::courses},
    EventKind{learnt_profession, "profession_learnt", PartingPoint::courses},
    EventKind{jobs_lost, "job_lost", work},
    EventKind{jobs_found, "job_found", work},
    EventKind{contracts, "contract", work},
    EventKind{offers_to_citizens, "offered_citizens_job", work},
    EventKind{offers_taken, "citizens_job_taken", work},
    EventKind{unpaid_overtime, "unpaid_overtime", exploitation},
    EventKind{Count::pay_withheld, "pay_withheld", exploitation},
    EventKind{other_work, "other_work", exploitation},
    EventKind{complaints, "complaint", exploitation},
    EventKind{complaints_upheld, "complaint_upheld", exploitation},
    EventKind{checks, "checked", check},
    EventKind{fines, "fined", check},
    EventKind{registration_fines, "fined_for_registration", check},
    EventKind{deportations, "deported", check},
    EventKind{expulsions, "expelled", check},
    EventKind{saved_by_consulate, "saved_by_consulate", check},
    EventKind{convictions, "convicted", check},
    EventKind{acquittals, "acquitted", check},
    EventKind{bans_entered, "ban_entered", check},
    EventKind{consular_registrations, "registered_with_consulate", consular_choice},
    EventKind{permits_sought, "permit_sought", status_choice},
    EventKind{registrations, "registered_only", status_choice},
    EventKind{forged_bought, "forged_card_bought", status_choice},
    EventKind{forged_sold, "forged_permit_sold", status_choice},
    EventKind{re_entries, "re_entry", status_choice},
    EventKind{residence_sought, "residence_sought", residence_choice},
    EventKind{citizenship_sought, "citizenship_sought", citizenship_choice},
    EventKind{placements_sought, "placement_sought", PartingPoint::departure},
    EventKind{permits_granted, "permit_granted", quota},
    EventKind{permits_refused, "permit_refused", quota},
    EventKind{placements_granted, "placement_granted", quota},
    EventKind{placements_refused, "placement_refused", quota},
    EventKind{residence_granted, "residence_granted", quota},
    EventKind{residence_refused, "residence_refused", quota},
    EventKind{citizenship_admitted, "citizenship_admitted", quota},
    EventKind{citizenship_refused, "citizenship_refused", quota},
    EventKind{returns, "returned", return_home},
    EventKind{return_credits, "return_credit", return_home},
    EventKind{repatriations, "repatriated", return_home},
    EventKind{departures_to_join, "left_to_join_family", joining},
    EventKind{departures_to_study, "left_to_study", joining},
    EventKind{permits_without_purse, "permit_not_paid", means},
    EventKind{residence_without_purse, "residence_not_paid", means},
    EventKind{citizenship_without_purse, "citizenship_not_paid", means},
    EventKind{departures_without_purse, "departure_not_paid", means},
    EventKind{placements_unused, "placement_unused", means},
    EventKind{permits_through_intermediary, "permit_through_intermediary", status_choice},
    EventKind{permits_bought, "permit_bought", status_choice},
    EventKind{residences_obtained, "residence_obtained", residence_choice},
    EventKind{citizenship_queued, "citizenship_queued", citizenship_choice},
    EventKind{moved_in, "moved_on", moving_on},
    EventKind{turned_back, "turned_back", border},
    EventKind{departures, "departed", PartingPoint::departure}};

std::array<EventKind const*, count_kinds> by_kind()
{
    std::array<EventKind const*, count_kinds> by_kind{};
    for (EventKind const& one : event_kinds()) by_kind[index(one.kind)] = &one;
    return by_kind;
}

}  // namespace

std::string const& name(PartingPoint point)
{
    static std::array<std::string, 18> const names = {"birth_and_death",
                                                      "terms",
                                                      "courses",
                                                      "work",
                                                      "exploitation",
                                                      "check",
                                                      "status_choice",
                                                      "residence_choice",
                                                      "citizenship_choice",
                                                      "consular_choice",
                                                      "moving_on",
                                                      "return_home",
                                                      "joining",
                                                      "departure",
                                                      "quota",
                                                      "means",
                                                      "border",
                                                      "law"};
    return names[index(point)];
}

std::vector<EventKind> const& event_kinds()
{
    static std::vector<EventKind> const list(all_kinds.begin(), all_kinds.end());
    return list;
}

EventKind const* event_kind(Count kind)
{
    static std::array<EventKind const*, count_kinds> const kinds = by_kind();
    return kinds[index(kind)];
}
}  // namespace kochmon
