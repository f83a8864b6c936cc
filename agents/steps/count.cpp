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
    if (status.regular()) tally.count(Count::regular_workers, cell);
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
    tally.count(Count::living, cell);
    tally.count(Count::abroad, cell);
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

// The loops over whole columns are kept this plain so that compilers make vectors of them.

std::int64_t count_at_home(Persons const& persons, Tile const& tile, Sex sex)
{
    std::int32_t at_home = 0;
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        at_home +=
            (persons.place[person] == Place::home ? 1 : 0) & (persons.sex[person] == sex ? 1 : 0);
    return at_home;
}

std::int64_t count_adults(Persons const& persons, Tile const& tile, Month month)
{
    auto const youngest = static_cast<MonthStamp>(month.since_1900() - 12 * departure_age.from);
    auto const too_old = static_cast<MonthStamp>(month.since_1900() - 12 * departure_age.above);
    std::int32_t adults = 0;
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        adults +=
            (persons.birth[person] <= youngest ? 1 : 0) & (persons.birth[person] > too_old ? 1 : 0);
    return adults;
}

void count_banned(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    MonthStamp const now = stamp(society.month);
    for (std::size_t person = piece.tile().first_person; person < piece.tile().last_person;
         ++person)
    {
        MonthStamp latest = never;
        for (auto const& ban_end : persons.ban_end)
            latest = ban_end[person] > latest ? ban_end[person] : latest;
        if (latest > now)
            piece.tally.count(Count::banned, Tally::cell(piece.tile().region, persons.place[person],
                                                         persons.sex[person]));
    }
}
}  // namespace

// Stocks at the end of the month, from the rows themselves: the accounts are checked against them.
void count_persons(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    for (Sex const sex : {Sex::female, Sex::male})
        piece.tally.count(Count::living, Tally::cell(tile.region, Place::home, sex),
                          count_at_home(persons, tile, sex));
    piece.tally.stocks.adults[index(tile.region)] += count_adults(persons, tile, society.month);
    count_banned(society, piece);
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        if (!persons.at_home(person)) count_abroad(society, piece, person);
    Households const& households = piece.population().households;
    for (std::size_t household = tile.first_household; household < tile.last_household; ++household)
        piece.tally.hold({households.cash[household], households.debt[household]});
}
}  // namespace kochmon::steps
