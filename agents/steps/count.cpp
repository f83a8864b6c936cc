// SPDX-License-Identifier: MIT
#include <algorithm>

#include "agents/state/why_irregular.hpp"
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
    if (status.presence_lawful()) tally.count(Count::workers_lawfully_present, cell);
    if (status.may_work()) tally.count(Count::workers_with_right, cell);
    if (status.works_by_right_and_contract())
        tally.count(Count::workers_with_right_and_contract, cell);
}

void count_naturalized(Tally& tally, Status const& status, std::size_t cell)
{
    tally.count(Count::naturalized_workers, cell);
    if (status.contract == Contract::formal)
        tally.count(Count::naturalized_workers_with_contract, cell);
}

Count count_of(Irregularity because)
{
    switch (because)
    {
        case Irregularity::could_not_pay:
            return Count::irregular_could_not_pay;
        case Irregularity::refused_by_quota:
            return Count::irregular_refused_by_quota;
        case Irregularity::let_lapse:
            return Count::irregular_let_lapse;
        case Irregularity::did_not_want:
            return Count::irregular_did_not_want;
        case Irregularity::no_contract:
            return Count::irregular_no_contract;
        case Irregularity::banned:
            return Count::irregular_banned;
        case Irregularity::deceived:
            return Count::irregular_deceived;
        case Irregularity::awaiting_permit:
            return Count::irregular_awaiting_permit;
        case Irregularity::beyond_permit:
            return Count::irregular_beyond_permit;
        case Irregularity::never_reconsidered:
            break;
    }
    return Count::irregular_never_reconsidered;
}

void count_reason(Society const& society, Piece& piece, std::size_t person, std::size_t cell)
{
    Persons const& persons = piece.population().persons;
    piece.tally.count(count_of(why_irregular(persons, person, society.month)), cell);
}

void count_exploited(Society const& society, Piece& piece, std::size_t person, std::size_t cell)
{
    MonthStamp const last = piece.population().persons.last_exploited[person];
    if (last > stamp(society.month - 12)) piece.tally.count(Count::exploited_within_year, cell);
}

void count_profile(Society const& society, Piece& piece, std::size_t person, Status const& status)
{
    Persons const& persons = piece.population().persons;
    Traits const traits{.age = persons.age_in_months(person, society.month) / 12,
                        .sector = persons.sector[person],
                        .employed = persons.contract[person] != Contract::none,
                        .months_abroad = society.month.since_1900() - persons.arrival[person],
                        .learning = persons.learning(person)};
    for (std::size_t const group : groups_of(traits))
    {
        ++piece.tally.foreign_by_profile[group];
        if (status.regular()) ++piece.tally.regular_by_profile[group];
        if (status.may_work()) ++piece.tally.with_right_by_profile[group];
    }
}

void count_right(Tally& tally, WorkRight right, Scheme scheme, std::size_t cell)
{
    bool const has_patent = right == WorkRight::permit && scheme == Scheme::patent;
    if (has_patent) tally.count(Count::patent_holders, cell);
    if (right == WorkRight::none) tally.count(Count::without_right, cell);
    if (right == WorkRight::permit) tally.count(Count::permit_holders, cell);
    if (right == WorkRight::free_movement) tally.count(Count::free_movers, cell);
    if (right == WorkRight::temporary_resident) tally.count(Count::temporary_residents, cell);
    if (right == WorkRight::permanent_resident) tally.count(Count::permanent_residents, cell);
    if (right == WorkRight::citizen) tally.count(Count::naturalized_abroad, cell);
}

void count_presence(Tally& tally, Presence presence, std::size_t cell)
{
    if (presence == Presence::permitted) tally.count(Count::permitted, cell);
    if (presence == Presence::registered) tally.count(Count::registered, cell);
    if (presence == Presence::overstayed) tally.count(Count::overstayed, cell);
    if (presence == Presence::prison) tally.count(Count::in_prison, cell);
}

void count_papers(Society const& society, Piece& piece, std::size_t person, std::size_t cell)
{
    Persons const& persons = piece.population().persons;
    Tally& tally = piece.tally;
    Papers const papers = persons.papers[person];
    bool const shown = persons.presence[person] != Presence::prison;
    if (shown && papers == Papers::forged_knowingly) tally.count(Count::forged_knowingly, cell);
    if (shown && papers == Papers::forged_unknowingly) tally.count(Count::forged_unknowingly, cell);
    if (persons.permit_begin[person] != never) tally.count(Count::applicants_waiting, cell);
    if (persons.queue_end[person] != never) tally.count(Count::in_citizenship_queue, cell);
    if (persons.at_consulate[person] != 0) tally.count(Count::at_consulate, cell);
    if (!persons.passport_valid(person, society.month)) tally.count(Count::passport_expired, cell);
}

void count_abroad(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    Status const status = persons.status(person);
    Region const region = persons.origin[person];
    Place const place = persons.place[person];
    std::size_t const cell = piece.tally.cell(region, place, persons.sex[person]);
    Tally& tally = piece.tally;
    tally.count(Count::living, cell);
    tally.count(Count::abroad, cell);
    int const age = persons.age_in_months(person, society.month);
    if (working_age.holds(age)) tally.count(Count::of_working_age, cell);
    tally.hold({persons.cash[person], persons.debt[person]});
    count_right(tally, status.work_right, persons.scheme[person], cell);
    if (status.contract == Contract::formal) tally.count(Count::with_contract, cell);
    if (!status.foreign() && persons.gave_up[person] == 0) tally.count(Count::dual_citizens, cell);
    if (status.foreign())
    {
        count_presence(tally, status.presence, cell);
        count_papers(society, piece, person, cell);
    }
    if (departure_age.holds(age))
    {
        ++tally.stocks.adults_at[index(region)][index(place)];
        if (!status.foreign()) ++tally.stocks.naturalized[index(region)][index(place)];
    }
    if (!working_age.holds(age) || status.held()) return;
    if (!status.foreign()) return count_naturalized(tally, status, cell);
    count_worker(piece, status, cell);
    count_profile(society, piece, person, status);
    if (!status.regular()) count_exploited(society, piece, person, cell);
    if (!status.regular()) count_reason(society, piece, person, cell);
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

/// Months of birth of those whose age lies in a span.
struct BirthSpan
{
    MonthStamp first;
    MonthStamp last;

    BirthSpan(AgeSpan ages, Month month)
        : first(static_cast<MonthStamp>(month.since_1900() - 12 * ages.above + 1)),
          last(static_cast<MonthStamp>(month.since_1900() - 12 * ages.from))
    {
    }
};

std::int64_t count_adults(Persons const& persons, Tile const& tile, Month month)
{
    BirthSpan const births(departure_age, month);
    MonthStamp const now = stamp(month);
    std::int32_t adults = 0;
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        adults += (persons.birth[person] >= births.first ? 1 : 0) &
                  (persons.birth[person] <= births.last ? 1 : 0) &
                  (persons.death[person] > now ? 1 : 0);
    return adults;
}

std::int64_t count_working_age_at_home(Persons const& persons, Tile const& tile, Sex sex,
                                       Month month)
{
    BirthSpan const births(working_age, month);
    std::int32_t at_home = 0;
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        at_home += (persons.place[person] == Place::home ? 1 : 0) &
                   (persons.sex[person] == sex ? 1 : 0) &
                   (persons.birth[person] >= births.first ? 1 : 0) &
                   (persons.birth[person] <= births.last ? 1 : 0);
    return at_home;
}

// By whose ban it is, wherever the person is.
void count_ban_of(Piece& piece, Jurisdiction where, MonthStamp end, MonthStamp now)
{
    std::size_t const origin = index(piece.tile().region);
    if (end > now) ++piece.tally.bans.listed[origin][index(where)];
    if (end == now) ++piece.tally.bans.expired[origin][index(where)];
}

void count_bans(Piece& piece, Jurisdictions const& jurisdictions, std::size_t person,
                MonthStamp now, std::size_t cell)
{
    MonthStamp latest = never;
    for (Jurisdiction const where : jurisdictions)
    {
        MonthStamp const end = piece.population().persons.ban_end[index(where)][person];
        latest = std::max(latest, end);
        if (end > now) piece.tally.count(Count::bans_listed, cell);
        if (end == now) piece.tally.count(Count::bans_expired, cell);
        count_ban_of(piece, where, end, now);
    }
    if (latest > now) piece.tally.count(Count::banned, cell);
}

bool is_barred(Persons const& persons, std::size_t person, MonthStamp now)
{
    MonthStamp latest = never;
    for (auto const& ban_end : persons.ban_end) latest = std::max(latest, ban_end[person]);
    return latest >= now;
}

// The law's view of everybody, at home too: who is barred, whom the police have found in a year.
void count_known_to_law(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    MonthStamp const now = stamp(society.month);
    auto const year_ago = static_cast<MonthStamp>(now - 12);
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
    {
        bool const found = persons.last_found[person] > year_ago;
        bool const barred = is_barred(persons, person, now);
        if (!barred && !found) continue;
        std::size_t const cell =
            piece.tally.cell(tile.region, persons.place[person], persons.sex[person]);
        if (found) piece.tally.count(Count::official_irregulars, cell);
        if (barred) count_bans(piece, society.corridor().jurisdictions(), person, now, cell);
    }
}

// What is put aside counts in the month in which it is earned, whenever the account is settled.
void count_money(Society const& society, Piece& piece, std::size_t household)
{
    Households const& households = piece.population().households;
    Kopecks const waiting = accrued(households, household, society.savings);
    piece.tally.hold(
        {.cash = households.cash[household] + waiting.count(), .debt = households.debt[household]});
    piece.tally.flow(Flow::home_savings, piece.tile().region, Place::home,
                     accrued_this_month(households, household, society.savings));
}

void count_livelihood(HomeAccounts& home, Region region, Livelihood livelihood)
{
    if (livelihood == Livelihood::nobody_at_home) return;
    ++home.households[index(region)];
    if (livelihood == Livelihood::remittances) ++home.on_remittances[index(region)];
}
}  // namespace

// Stocks at the end of the month, from the rows themselves: the accounts are checked against them.
void count_persons(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    for (Sex const sex : {Sex::female, Sex::male})
    {
        std::size_t const cell = piece.tally.cell(tile.region, Place::home, sex);
        piece.tally.count(Count::living, cell, count_at_home(persons, tile, sex));
        piece.tally.count(Count::of_working_age, cell,
                          count_working_age_at_home(persons, tile, sex, society.month));
    }
    piece.tally.stocks.adults[index(tile.region)] += count_adults(persons, tile, society.month);
    count_known_to_law(society, piece);
    for (std::size_t person = tile.first_person; person < tile.last_person; ++person)
        if (persons.abroad(person)) count_abroad(society, piece, person);
    Households const& households = piece.population().households;
    for (std::size_t household = tile.first_household; household < tile.last_household; ++household)
    {
        count_money(society, piece, household);
        count_livelihood(piece.tally.home, tile.region, households.livelihood[household]);
    }
}
}  // namespace kochmon::steps
