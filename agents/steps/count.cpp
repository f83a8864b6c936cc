// SPDX-License-Identifier: MIT
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
void count_worker(Piece& piece, Status const& status, std::size_t cell)
{
    Tally& tally = piece.tally;
    tally.count(Count::foreign_workers, cell);
    if (status.regular())
        tally.count(Count::regular_workers, cell);
    else
        tally.count(Count::irregular_months, cell);
    if (!status.employed()) tally.count(Count::searching, cell);
}

void count_abroad(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    Status const status = persons.status(person);
    Region const region = persons.origin[person];
    Place const place = persons.place[person];
    std::size_t const cell = Tally::cell(region, place, persons.sex[person]);
    Tally& tally = piece.tally;
    tally.count(Count::abroad, cell);
    tally.count(Count::months_abroad, cell);
    tally.hold({persons.cash[person], persons.debt[person]});
    if (status.work_right == WorkRight::permit) tally.count(Count::permit_holders, cell);
    if (status.presence == Presence::overstayed) tally.count(Count::overstayed, cell);
    if (!status.foreign()) tally.count(Count::naturalized_abroad, cell);

    int const age = persons.age_in_months(person, society.month);
    if (departure_age.holds(age)) ++tally.stocks.adults_at[index(region)][index(place)];
    if (!status.foreign() || status.held() || !working_age.holds(age)) return;
    count_worker(piece, status, cell);
    ++tally.stocks.foreign_workers[index(region)][index(place)];
    if (status.regular()) ++tally.stocks.regular_workers[index(region)][index(place)];
}

bool banned_anywhere(Persons const& persons, std::size_t person, Month next_month)
{
    for (std::size_t where = 0; where < jurisdiction_count; ++where)
        if (persons.banned(person, static_cast<Jurisdiction>(where), next_month)) return true;
    return false;
}

void count_household(Piece& piece, std::size_t household)
{
    Households const& households = piece.population().households;
    piece.tally.hold({households.cash[household], households.debt[household]});
}
}  // namespace

// Stocks at the end of the month, from the rows themselves: the accounts are checked against them.
void count_persons(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
    {
        std::size_t const cell =
            Tally::cell(tile.region, persons.place[person], persons.sex[person]);
        piece.tally.count(Count::living, cell);
        if (banned_anywhere(persons, person, society.month + 1))
            piece.tally.count(Count::banned, cell);
        if (departure_age.holds(persons.age_in_months(person, society.month)))
            ++piece.tally.stocks.adults[index(tile.region)];
        if (!persons.at_home(person)) count_abroad(society, piece, person);
    }
    for (std::size_t household = tile.first_household; household < tile.last_household; ++household)
        count_household(piece, household);
}
}  // namespace kochmon::steps
