// SPDX-License-Identifier: MIT
// Of the settlement of a household: papers bought and sought.
#include <algorithm>

#include "agents/acts/settlement.hpp"
#include "agents/law/rights.hpp"
#include "agents/state/jobs.hpp"

namespace kochmon::steps
{
void Settlement::register_stay(Intent const& intent)
{
    if (!pay_for(intent)) return remember_unpaid_registration(intent.person);
    persons_[intent.person].presence = Presence::registered;
    drop_forged_card(intent.person);
    flow(Flow::registration_fees, intent.place, intent.amount);
    count(Count::registrations, intent);
}

// Where nobody needs a permit, registration is the way into the law.
void Settlement::remember_unpaid_registration(std::size_t person)
{
    if (persons_[person].work_right == WorkRight::free_movement)
        persons_[person].irregular_because = Irregularity::could_not_pay;
}

void Settlement::buy_permit(Intent const& intent)
{
    std::size_t const person = intent.person;
    if (!pay_for(intent))
    {
        persons_[person].irregular_because = Irregularity::could_not_pay;
        if (intent.list == Scarce::permit) count(Count::permits_without_purse, intent);
        return;
    }
    bool const intermediary = intent.why == Why::by_intermediary || intent.why == Why::deceived;
    persons_[person].client = intermediary ? 1 : 0;
    flow(intermediary ? Flow::intermediary_fees : Flow::permit_fees, intent.place, intent.amount);
    Jurisdiction const where = jurisdiction_of(intent.place);
    PermitLaw const& scheme = parameters_.permits.of(intent.scheme);
    int const duration = scheme.duration[index(where)];
    if (intent.why == Why::deceived)
    {
        count(Count::forged_sold, intent);
        return show_forged(person, Papers::forged_unknowingly, duration);
    }
    double const red_tape = scheme.red_tape[index(where)];
    // Who renews in time works on meanwhile, as if there were no delay.
    bool const renews = persons_[person].work_right != WorkRight::none;
    int const wait = intermediary || renews ? 0 : delay(person, red_tape, 0);
    begin_permit(person, intent.scheme, where, wait);
    persons_[person].permit_end = stamp(society_.month + wait + duration);
    bool const monthly = !intermediary && scheme.monthly(intent.place);
    persons_[person].permit_paid = monthly ? stamp(society_.month + wait + 1) : never;
    count_permit(intent);
}

void Settlement::count_permit(Intent const& intent)
{
    count(Count::permits_bought, intent);
    if (intent.scheme == Scheme::patent) count(Count::patents_bought, intent);
    if (intent.why == Why::by_intermediary) count(Count::permits_through_intermediary, intent);
    bool const amnesty = intent.why == Why::by_amnesty;
    if (amnesty) count(Count::permits_by_amnesty, intent);
    if (!amnesty && intent.list == Scarce::nothing) count(Count::permits_outside_quota, intent);
}

// Who has applied stays lawfully until the permit counts.
void Settlement::begin_permit(std::size_t person, Scheme scheme, Jurisdiction where, int wait)
{
    persons_[person].scheme = scheme;
    persons_[person].permit_for = parameters_.permits.of(scheme).employers[index(where)];
    bool const was_lawful = persons_.status(person).presence_lawful();
    if (!was_lawful) persons_[person].lawful_since = stamp(society_.month);
    persons_[person].presence = Presence::registered;
    persons_[person].papers = Papers::genuine;
    if (wait > 0)
    {
        persons_[person].permit_begin = stamp(society_.month + wait + 1);
        return;
    }
    persons_[person].work_right = WorkRight::permit;
    if (!persons_.status(person).permit_reaches_job) end_contract(person);
    persons_[person].resident_since = never;
    persons_[person].worked_without_right = 0;
    persons_[person].irregular_because = Irregularity::never_reconsidered;
}

// Nobody declares work that a permit does not let do.
void Settlement::end_contract(std::size_t person)
{
    if (persons_[person].contract == Contract::formal)
        persons_[person].contract = Contract::informal;
}

void Settlement::buy_forged_card(Intent const& intent)
{
    if (!pay_for(intent)) return;
    flow(Flow::forged_papers, intent.place, intent.amount);
    count(Count::forged_bought, intent);
    Jurisdiction const where = jurisdiction_of(intent.place);
    show_forged(intent.person, Papers::forged_knowingly,
                parameters_.forgery.card_duration[index(where)]);
}

// Nobody shows a forged card at a counter or the border.
void Settlement::drop_forged_card(std::size_t person)
{
    if (persons_[person].papers != Papers::forged_knowingly) return;
    persons_[person].papers = Papers::genuine;
    persons_[person].permit_end = never;
}

// Forged papers give no right; a permit in its last month is handed in for them.
void Settlement::show_forged(std::size_t person, Papers papers, int months)
{
    persons_[person].papers = papers;
    if (persons_[person].work_right != WorkRight::none)
        lose_work_right(persons_, person, society_.month + 1);
    persons_[person].permit_begin = never;
    persons_[person].permit_end = stamp(society_.month + months);
}

void Settlement::seek_residence(Intent const& intent)
{
    bool const in_quota = intent.list != Scarce::nothing;
    if (!pay_for(intent))
    {
        if (in_quota) count(Count::residence_without_purse, intent);
        return;
    }
    std::size_t const person = intent.person;
    flow(Flow::residence_fees, intent.place, intent.amount);
    bool const temporary = !intent.permanent;
    count(Count::residences_obtained, intent);
    if (!in_quota) count(Count::residences_outside_quota, intent);
    if (temporary) count(Count::temporary_residences_obtained, intent);
    persons_[person].work_right =
        temporary ? WorkRight::temporary_resident : WorkRight::permanent_resident;
    persons_[person].presence = Presence::registered;
    persons_[person].worked_without_right = 0;
    persons_[person].irregular_because = Irregularity::never_reconsidered;
    persons_[person].client = 0;
    persons_[person].permit_begin = persons_[person].permit_paid = never;
    if (!temporary)
    {
        persons_[person].permit_end = never;
        return;
    }
    Jurisdiction const where = jurisdiction_of(intent.place);
    persons_[person].resident_since = stamp(society_.month);
    persons_[person].permit_end =
        stamp(society_.month + parameters_.residence.temporary_duration[index(where)]);
}

// Into the queue; who must give up the other citizenship walks the circle of papers first.
void Settlement::seek_citizenship(Intent const& intent)
{
    if (!pay_for(intent)) return count(Count::citizenship_without_purse, intent);
    std::size_t const person = intent.person;
    flow(Flow::citizenship_fees, intent.place, intent.amount);
    Jurisdiction const where = jurisdiction_of(intent.place);
    NaturalizationLaw const& law = parameters_.naturalization;
    int wait = delay(person, intent.queue, 1);
    if (!law.dual[index(where)]) wait += delay(person, parameters_.consulate.paperwork_delay, 3);
    persons_[person].queue_end = stamp(society_.month + std::max(1, wait));
    count(Count::citizenship_queued, intent);
}

void Settlement::become_citizen(Intent const& intent)
{
    std::size_t const person = intent.person;
    persons_[person].queue_end = never;
    if (persons_.status(person).held()) return count(Count::citizenship_denied, intent);
    bool const dual = parameters_.naturalization.dual[index(jurisdiction_of(intent.place))];
    piece_.count_stay(StayCount::naturalized, person, society_.month);
    persons_[person].work_right = WorkRight::citizen;
    persons_[person].presence = Presence::registered;
    persons_[person].papers = Papers::genuine;
    persons_[person].worked_without_right = 0;
    persons_[person].gave_up = dual ? 0 : 1;
    persons_[person].permit_begin = persons_[person].permit_end = never;
    persons_[person].permit_paid = never;
    persons_[person].resident_since = never;
    persons_[person].client = 0;
    count(Count::naturalizations, intent);
    take_offered_job(intent);
}

// Who becomes a citizen while the offer is open takes the job, in the work done so far.
void Settlement::take_offered_job(Intent const& intent)
{
    std::size_t const person = intent.person;
    bool const open = persons_[person].offer_end >= stamp(society_.month);
    persons_[person].offer_end = never;
    if (!open) return;
    begin_job(persons_, person, society_.month + 1,
              {.sector = persons_[person].sector,
               .employer = Employer::firm,
               .contract = Contract::formal,
               .for_citizens = true});
    count(Count::offers_taken, intent);
}

void Settlement::see_consulate(Intent const& intent)
{
    if (!pay_for(intent)) return;
    std::size_t const person = intent.person;
    ConsulateLaw const& law = parameters_.consulate;
    flow(Flow::consular_fees, intent.place, intent.amount);
    if (persons_[person].at_consulate == 0) count(Count::consular_registrations, intent);
    persons_[person].at_consulate = 1;
    if (persons_.passport_valid(person, society_.month)) return;
    persons_[person].passport_ready =
        stamp(society_.month + 1 + delay(person, law.passport_delay, 2));
}
}  // namespace kochmon::steps
