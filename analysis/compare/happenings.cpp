// SPDX-License-Identifier: MIT
#include "analysis/compare/happenings.hpp"

#include <array>

namespace kochmon
{
namespace
{
std::array<PartingEvent const*, count_kinds> by_kind()
{
    std::array<PartingEvent const*, count_kinds> by_kind{};
    for (PartingEvent const& one : happenings()) by_kind[index(one.kind)] = &one;
    return by_kind;
}

std::vector<PartingEvent> all()
{
    using enum Count;
    using enum PartingPoint;
    return {
        {Count::births, "birth", birth_and_death},
        {Count::deaths, "death", birth_and_death},
        {released, "released", terms},
        {bans_purged, "ban_purged", terms},
        {passports_renewed, "passport_renewed", terms},
        {residences_ended, "residence_ended", terms},
        {permits_lapsed, "permit_lapsed", terms},
        {stays_overrun, "stay_overrun", terms},
        {citizenship_denied, "citizenship_denied", terms},
        {citizenship_abandoned, "citizenship_abandoned", terms},
        {naturalizations, "naturalized", terms},
        {learnt_language, "language_learnt", PartingPoint::courses},
        {learnt_profession, "profession_learnt", PartingPoint::courses},
        {jobs_lost, "job_lost", work},
        {jobs_found, "job_found", work},
        {contracts, "contract", work},
        {offers_to_citizens, "offered_citizens_job", work},
        {offers_taken, "citizens_job_taken", work},
        {unpaid_overtime, "unpaid_overtime", exploitation},
        {Count::pay_withheld, "pay_withheld", exploitation},
        {other_work, "other_work", exploitation},
        {complaints, "complaint", exploitation},
        {complaints_upheld, "complaint_upheld", exploitation},
        {checks, "checked", check},
        {fines, "fined", check},
        {registration_fines, "fined_for_registration", check},
        {deportations, "deported", check},
        {expulsions, "expelled", check},
        {saved_by_consulate, "saved_by_consulate", check},
        {convictions, "convicted", check},
        {acquittals, "acquitted", check},
        {bans_entered, "ban_entered", check},
        {consular_registrations, "registered_with_consulate", consular_choice},
        {permits_sought, "permit_sought", status_choice},
        {registrations, "registered_only", status_choice},
        {forged_bought, "forged_card_bought", status_choice},
        {forged_sold, "forged_permit_sold", status_choice},
        {re_entries, "re_entry", status_choice},
        {residence_sought, "residence_sought", residence_choice},
        {citizenship_sought, "citizenship_sought", citizenship_choice},
        {placements_sought, "placement_sought", PartingPoint::departure},
        {permits_granted, "permit_granted", quota},
        {permits_refused, "permit_refused", quota},
        {placements_granted, "placement_granted", quota},
        {placements_refused, "placement_refused", quota},
        {residence_granted, "residence_granted", quota},
        {residence_refused, "residence_refused", quota},
        {citizenship_admitted, "citizenship_admitted", quota},
        {citizenship_refused, "citizenship_refused", quota},
        {returns, "returned", return_home},
        {return_credits, "return_credit", return_home},
        {repatriations, "repatriated", return_home},
        {departures_to_join, "left_to_join_family", joining},
        {departures_to_study, "left_to_study", joining},
        {permits_without_purse, "permit_not_paid", means},
        {residence_without_purse, "residence_not_paid", means},
        {citizenship_without_purse, "citizenship_not_paid", means},
        {departures_without_purse, "departure_not_paid", means},
        {placements_unused, "placement_unused", means},
        {permits_bought, "permit_bought", status_choice},
        {residences_obtained, "residence_obtained", residence_choice},
        {citizenship_queued, "citizenship_queued", citizenship_choice},
        {moved_out, "moved_on", moving_on},
        {turned_back, "turned_back", border},
        {departures, "departed", PartingPoint::departure},
    };
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

std::vector<PartingEvent> const& happenings()
{
    static std::vector<PartingEvent> const list = all();
    return list;
}

PartingEvent const* happening(Count kind)
{
    static std::array<PartingEvent const*, count_kinds> const kinds = by_kind();
    return kinds[index(kind)];
}
}  // namespace kochmon
