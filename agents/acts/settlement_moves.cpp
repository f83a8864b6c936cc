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
        persons_.last_removed[person] = stamp(society_.month);
    if (persons_.queue_end[person] != never) count(Count::citizenship_abandoned, intent);
    hand_over_money(person);
    lose_status(person);
}

void Settlement::set_exit_ban(Intent const& intent)
{
    std::size_t const person = intent.person;
    if (persons_.presence[person] != Presence::overstayed) return;
    Jurisdiction const where = jurisdiction_of(intent.place);
    ExitBanLaw const& law = parameters_.exit_bans;
    if (!law.chance[index(where)].happens(uniform(person, DecisionPoint::exit_ban))) return;
    int const overstayed = society_.month.since_1900() - persons_.stay_end[person];
    BanChange const change =
        ban(persons_, person, where, society_.month, law.ban_months(where, overstayed));
    if (change == BanChange::entered) count(Count::bans_entered, intent);
}

void Settlement::hand_over_money(std::size_t person)
{
    households_.cash[household_] += persons_.cash[person];
    households_.debt[household_] += persons_.debt[person];
    persons_.cash[person] = 0;
    persons_.debt[person] = 0;
    persons_.sent[person] = 0;
}

// Rights end with the journey home, citizenship apart.
void Settlement::lose_status(std::size_t person)
{
    persons_.place[person] = Place::home;
    persons_.presence[person] = Presence::home;
    end_job(persons_, person);
    persons_.client[person] = 0;
    persons_.papers[person] = Papers::genuine;
    persons_.worked_without_right[person] = 0;
    persons_.must_decide[person] = 0;
    persons_.at_consulate[person] = 0;
    for (auto* const date : {&persons_.entry, &persons_.permit_paid, &persons_.stay_end,
                             &persons_.lawful_since, &persons_.permit_begin, &persons_.permit_end,
                             &persons_.resident_since, &persons_.queue_end, &persons_.prison_end,
                             &persons_.passport_ready, &persons_.offer_end, &persons_.fined_again})
        (*date)[person] = never;
    if (persons_.work_right[person] != WorkRight::citizen)
        persons_.work_right[person] = WorkRight::none;
}

void Settlement::bury(std::size_t person)
{
    hand_over_money(person);
    lose_status(person);
    persons_.place[person] = Place::nowhere;
    persons_.work_right[person] = WorkRight::none;
    persons_.gave_up[person] = 0;
    persons_.known_bans[person] = 0;
    persons_.last_found[person] = persons_.last_offence[person] = never;
}

// The border knows of bans that the person does not.
bool Settlement::turned_back(Intent const& intent) const
{
    Jurisdiction const where = jurisdiction_of(intent.place);
    return persons_.work_right[intent.person] != WorkRight::citizen &&
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
    bool const citizen = persons_.work_right[person] == WorkRight::citizen;
    persons_.presence[person] = citizen ? Presence::registered : Presence::permitted;
    persons_.entry[person] = stamp(society_.month);
    persons_.stay_end[person] = parameters_.stay.stay_end(place, society_.month);
    persons_.lawful_since[person] = stamp(society_.month);
    persons_.irregular_because[person] = Irregularity::never_reconsidered;
    if (!citizen && parameters_.stay.free_movement(jurisdiction_of(place), persons_.origin[person]))
        persons_.work_right[person] = WorkRight::free_movement;
}

void Settlement::arrive(Intent const& intent)
{
    std::size_t const person = intent.person;
    enter(person, intent.place);
    persons_.place[person] = intent.place;
    persons_.arrival[person] = persons_.came[person] = stamp(society_.month);
    persons_.must_decide[person] = 1;
    if (persons_.trips[person] < 255) ++persons_.trips[person];
    renew_passport_at_home(person);
}

// At home a passport is renewed in time for a journey, at no cost to speak of.
void Settlement::renew_passport_at_home(std::size_t person)
{
    if (persons_.passport_end[person] > stamp(society_.month + 12)) return;
    persons_.passport_end[person] = stamp(society_.month + parameters_.consulate.passport_validity);
}

void Settlement::arrive_placed(Intent const& intent)
{
    std::size_t const person = intent.person;
    Jurisdiction const where = jurisdiction_of(intent.place);
    persons_.presence[person] = Presence::registered;
    if (!parameters_.stay.free_movement(where, persons_.origin[person]))
    {
        begin_permit(person, Scheme::permit, where, 0);
        persons_.permit_end[person] =
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
    bool const citizen = persons_.work_right[person] == WorkRight::citizen;
    Kopecks const registration = registration_fee(parameters_, intent.place, citizen);
    Kopecks const papers =
        placed ? price_of_placement(parameters_, intent.place, persons_.origin[person]) : Kopecks{};
    if (placed)
        flow(Flow::permit_fees, intent.place, papers + registration);
    else
        persons_.cash[person] = on_person(Kopecks(persons_.cash[person]) + registration);
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
    if (persons_.queue_end[person] != never) count(Count::citizenship_abandoned, left);
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
    if (persons_.presence[person] == Presence::overstayed)
        persons_.lawful_since[person] = stamp(society_.month);
    persons_.presence[person] = Presence::permitted;
    drop_forged_card(person);
    persons_.entry[person] = stamp(society_.month);
    persons_.fined_again[person] = never;
    persons_.stay_end[person] = parameters_.stay.stay_end(intent.place, society_.month);
    persons_.must_decide[person] = 1;
    count(Count::re_entries, intent);
}
}  // namespace kochmon::steps
