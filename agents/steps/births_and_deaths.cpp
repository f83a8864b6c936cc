// SPDX-License-Identifier: MIT
#include "agents/acts/settlement.hpp"
#include "agents/law/bans.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
// A newborn comes to life at home, wherever the mother is.
void be_born(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    persons.place[person] = Place::home;
    persons[person].news_heard = static_cast<MonthStamp>(society.news.months());
    piece.happened(Count::births, person);
    Settlement(society, piece, persons[person].household).recount_earners();
}

void leave_lists(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    if (persons[person].queue_end != never) piece.happened(Count::citizenship_abandoned, person);
    if (persons[person].presence == Presence::prison)
        piece.happened(Count::deaths_in_prison, person);
    for (Jurisdiction const where : society.corridor().jurisdictions())
        if (purge(persons, person, where, society.month))
        {
            piece.happened(Count::bans_of_the_dead, person);
            ++piece.tally.bans.of_the_dead[index(persons[person].origin)][index(where)];
        }
}

// What the dead own and owe stays with the household.
void die(Society const& society, Piece& piece, std::size_t person)
{
    Persons& persons = piece.population().persons;
    piece.happened(Count::deaths, person);
    if (persons.abroad(person)) piece.count_stay(StayCount::died, person, society.month);
    leave_lists(society, piece, person);
    Settlement settlement(society, piece, persons[person].household);
    settlement.bury(person);
    settlement.recount_earners();
}
}  // namespace

// Births and deaths of the month, as laid down when the run began (agents/demography). Earners at
// home are counted anew where somebody was born or died.
void be_born_and_die(Society const& society, Piece& piece)
{
    for (std::uint32_t const person : piece.newborn) be_born(society, piece, person);
    for (std::uint32_t const person : piece.dying) die(society, piece, person);
}
}  // namespace kochmon::steps
