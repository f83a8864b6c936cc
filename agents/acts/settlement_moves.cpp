// SPDX-License-Identifier: MIT
// Of the settlement of a household: who comes, who goes, whom the border stops.
#include "agents/acts/settlement.hpp"
#include "agents/law/bans.hpp"
#include "agents/state/jobs.hpp"

namespace kochmon::steps
{
void Settlement::come_home(Intent const& intent)
{
    std::size_t const person = intent.person;
    piece_.count_stay(StayCount::left, person, society_.month);
    if (intent.why == Why::own_choice)
    {
        charge(piece_, person, Flow::fares, fare(parameters_, intent.place, Place::home));
        count(Count::returns, intent);
        set_exit_ban(intent);
        receive_help(intent);
    }
    else
        persons_[person].last_removed = stamp(society_.month);
    if (persons_[person].queue_end != never) count(Count::citizenship_abandoned, intent);
    hand_over_money(person);
    lose_status(person);
}

void Settlement::set_exit_ban(Intent const& intent)
{
    std::size_t const person = intent.person;
    if (persons_[person].presence != Presence::overstayed) return;
    Jurisdiction const where = jurisdiction_of(intent.place);
    ExitBanLaw const& law = parameters_.exit_bans;
    if (!law.chance[index(where)].happens(uniform(person, DecisionPoint::exit_ban))) return;
    int const overstayed = society_.month.since_1900() - persons_[person].stay_end;
    BanChange const change =
        ban(persons_, person, where, society_.month, law.ban_months(where, overstayed));
    if (change == BanChange::entered) count(Count::bans_entered, intent);
}

void Settlement::hand_over_money(std::size_t person)
{
    households_.cash[household_] += persons_[person].cash;
    households_.debt[household_] += persons_[person].debt;
    persons_[person].cash = 0;
    persons_[person].debt = 0;
    persons_[person].sent = 0;
}

// Rights end with the journey home, citizenship apart.
void Settlement::lose_status(std::size_t person)
{
    persons_.place[person] = Place::home;
    persons_.must_decide[person] = 0;
    end_job(persons_, person);
    Person& home = persons_[person];
    home.presence = Presence::home;
    home.client = 0;
    home.papers = Papers::genuine;
    home.worked_without_right = 0;
    home.at_consulate = 0;
    for (MonthStamp* const date :
         {&home.entry, &home.permit_paid, &home.stay_end, &home.lawful_since, &home.permit_begin,
          &home.permit_end, &home.resident_since, &home.queue_end, &home.prison_end,
          &home.passport_ready, &home.offer_end, &home.fined_again})
        *date = never;
    if (home.work_right != WorkRight::citizen) home.work_right = WorkRight::none;
}

void Settlement::bury(std::size_t person)
{
    hand_over_money(person);
    lose_status(person);
    persons_.place[person] = Place::nowhere;
    persons_[person].work_right = WorkRight::none;
    persons_[person].gave_up = 0;
    persons_[person].known_bans = 0;
    persons_.last_found[person] = persons_[person].last_offence = never;
}

// The border knows of bans that the person does not.
bool Settlement::turned_back(Intent const& intent) const
{
    Jurisdiction const where = jurisdiction_of(intent.place);
    return persons_[intent.person].work_right != WorkRight::citizen &&
           persons_.banned(intent.person, where, society_.month) &&
           parameters_.exit_bans.turned_back[index(where)].happens(
               uniform(intent.person, DecisionPoint::exit_ban, 1));
}

void Settlement::depart(Intent const& intent)
{
    bool const stopped = turned_back(intent);
    Kopecks const journey = fare(parameters_, Place::home, intent.place);
    Intent bill = intent;
    if (stopped) bill.amount = journey;
    bool const placed = intent.why == Why::by_placement;
    bool const paid = pay_for(bill);
    if (placed && (stopped || !paid)) count(Count::placements_unused, intent);
    if (!paid) return count(Count::departures_without_purse, intent);
    flow(Flow::fares, intent.place, journey);
    if (stopped)
    {
        learn_ban(persons_, intent.person, jurisdiction_of(intent.place));
        hand_over_money(intent.person);
        return count(Count::turned_back, intent);
    }
    arrive(intent);
    if (placed) arrive_placed(intent);
    record_departure(intent);
}

// A stay begins.
void Settlement::enter(std::size_t person, Place place)
{
    bool const citizen = persons_[person].work_right == WorkRight::citizen;
    persons_[person].presence = citizen ? Presence::registered : Presence::permitted;
    persons_[person].entry = stamp(society_.month);
    persons_[person].stay_end = parameters_.stay.stay_end(place, society_.month);
    persons_[person].lawful_since = stamp(society_.month);
    persons_[person].irregular_because = Irregularity::never_reconsidered;
    if (!citizen && parameters_.stay.free_movement(jurisdiction_of(place), persons_[person].origin))
        persons_[person].work_right = WorkRight::free_movement;
}

void Settlement::arrive(Intent const& intent)
{
    std::size_t const person = intent.person;
    enter(person, intent.place);
    persons_.place[person] = intent.place;
    persons_[person].arrival = persons_[person].came = stamp(society_.month);
    persons_.must_decide[person] = 1;
    if (persons_[person].trips < 255) ++persons_[person].trips;
    renew_passport_at_home(person);
}

// At home a passport is renewed in time for a journey, at no cost to speak of.
void Settlement::renew_passport_at_home(std::size_t person)
{
    if (persons_[person].passport_end > stamp(society_.month + 12)) return;
    persons_[person].passport_end = stamp(society_.month + parameters_.consulate.passport_validity);
}

void Settlement::arrive_placed(Intent const& intent)
{
    std::size_t const person = intent.person;
    Jurisdiction const where = jurisdiction_of(intent.place);
    persons_[person].presence = Presence::registered;
    if (!parameters_.stay.free_movement(where, persons_[person].origin))
    {
        begin_permit(person, Scheme::permit, where, 0);
        persons_[person].permit_end =
            stamp(society_.month + parameters_.permits.of(Scheme::permit).duration[index(where)]);
    }
    BySector<double> const& chances =
        society_.world.sector_chance[group_of(persons_.learning(person))];
    begin_job(persons_, person, society_.month + 1,
              {.sector = sector_of(chances, uniform(person, DecisionPoint::sector)),
               .contract = Contract::formal,
               .for_citizens = false});
    count(Count::placed, intent);
}

// The registration fee travels in the pocket.
void Settlement::record_departure(Intent const& intent)
{
    std::size_t const person = intent.person;
    Kopecks const journey = fare(parameters_, Place::home, intent.place);
    bool const placed = intent.why == Why::by_placement;
    bool const citizen = persons_[person].work_right == WorkRight::citizen;
    Kopecks const registration = registration_fee(parameters_, intent.place, citizen);
    Kopecks const papers =
        placed ? price_of_placement(parameters_, intent.place, persons_[person].origin) : Kopecks{};
    if (placed)
        flow(Flow::permit_fees, intent.place, papers + registration);
    else
        persons_[person].cash = on_person(Kopecks(persons_[person].cash) + registration);
    flow(Flow::living, intent.place, intent.amount - journey - registration - papers);
    if (intent.why == Why::to_join_family) count(Count::departures_to_join, intent);
    if (intent.why == Why::to_study) count(Count::departures_to_study, intent);
    count(Count::departures, intent);
}

// From where the person lived, the border of `where` being closed.
void Settlement::be_sent_home(Intent const& left, Jurisdiction where)
{
    std::size_t const person = left.person;
    learn_ban(persons_, person, where);
    piece_.count_stay(StayCount::left, person, society_.month);
    count(Count::returns, left);
    count(Count::sent_back, left);
    if (persons_[person].queue_end != never) count(Count::citizenship_abandoned, left);
    hand_over_money(person);
    lose_status(person);
}

// A new permitted stay, if the border lets the person leave and come back.
void Settlement::leave_and_re_enter(Intent const& intent)
{
    if (!pay_for(intent)) return;
    std::size_t const person = intent.person;
    flow(Flow::re_entry_costs, intent.place, intent.amount);
    set_exit_ban(intent);
    if (turned_back(intent))
    {
        count(Count::turned_back, intent);
        return be_sent_home(intent, jurisdiction_of(intent.place));
    }
    if (persons_[person].presence == Presence::overstayed)
        persons_[person].lawful_since = stamp(society_.month);
    persons_[person].presence = Presence::permitted;
    drop_forged_card(person);
    persons_[person].entry = stamp(society_.month);
    persons_[person].fined_again = never;
    persons_[person].stay_end = parameters_.stay.stay_end(intent.place, society_.month);
    persons_.must_decide[person] = 1;
    count(Count::re_entries, intent);
}
}  // namespace kochmon::steps
