// SPDX-License-Identifier: MIT
// Of the settlement of a household: who moves on from one destination to another.
#include "agents/acts/settlement.hpp"
#include "agents/law/bans.hpp"

namespace kochmon::steps
{
// The first month's bed and food are paid with the journey; the fee for registration travels in the
// pocket, as from home.
void Settlement::move_on(Intent const& intent)
{
    std::size_t const person = intent.person;
    Intent left = intent;
    left.place = persons_.place[person];
    bool const border = jurisdiction_of(left.place) != jurisdiction_of(intent.place);
    Kopecks const journey = fare(parameters_, left.place, intent.place);
    bool const stopped = border && turned_back(intent);
    Intent bill = intent;
    if (stopped) bill.amount = journey;
    if (!pay_for(bill)) return;
    flow(Flow::fares, left.place, journey);
    if (border) set_exit_ban(left);
    if (stopped)
    {
        count(Count::turned_back, intent);
        return be_sent_home(left, jurisdiction_of(intent.place));
    }
    bool const citizen = persons_[person].work_right == WorkRight::citizen;
    Kopecks const registration = registration_fee(parameters_, intent.place, citizen);
    persons_[person].cash = on_person(Kopecks(persons_[person].cash) + registration);
    flow(Flow::living, intent.place, intent.amount - journey - registration);
    count(Count::moved_out, left);
    count(Count::moved_in, intent);
    if (border)
        cross_border(intent);
    else
        leave_region(person);
    persons_.place[person] = intent.place;
    persons_[person].came = stamp(society_.month);
    persons_.must_decide[person] = 1;
}

// Registration holds where it was made, and its deadline runs anew; stay and papers go with the
// person.
void Settlement::leave_region(std::size_t person)
{
    if (persons_[person].work_right == WorkRight::citizen) return;
    persons_[person].entry = stamp(society_.month);
    if (persons_[person].presence == Presence::registered)
        persons_[person].presence = Presence::permitted;
}

// What belongs to the spell abroad goes on: the passport asked for, the registration with the
// consulate, the work done without a right.
void Settlement::cross_border(Intent const& intent)
{
    std::size_t const person = intent.person;
    MonthStamp const passport_ready = persons_[person].passport_ready;
    std::uint8_t const at_consulate = persons_[person].at_consulate;
    std::uint8_t const worked_without_right = persons_[person].worked_without_right;
    lose_status(person);
    persons_[person].passport_ready = passport_ready;
    persons_[person].at_consulate = at_consulate;
    persons_[person].worked_without_right = worked_without_right;
    enter(person, intent.place);
}
}  // namespace kochmon::steps
