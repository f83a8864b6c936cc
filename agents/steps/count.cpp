// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "agents/state/rows.hpp"
#include "agents/state/why_irregular.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
/// Counts of the cell of one person.
class Cell
{
  public:
    Cell(Tally& tally, std::size_t cell) : counts_(tally.counts_of(cell)) {}

    /// Adds one where a condition holds.
    void count(Count kind, bool holds = true) { counts_[index(kind)] += holds ? 1 : 0; }

  private:
    std::int64_t* counts_;
};

void count_worker(Cell& cell, Status const& status)
{
    cell.count(Count::foreign_workers);
    cell.count(Count::regular_workers, status.regular());
    cell.count(Count::searching, !status.employed());
    cell.count(Count::workers_lawfully_present, status.presence_lawful());
    cell.count(Count::workers_with_right, status.may_work());
    cell.count(Count::workers_with_right_and_contract, status.works_by_right_and_contract());
}

void count_naturalized(Cell& cell, Status const& status)
{
    cell.count(Count::naturalized_workers);
    cell.count(Count::naturalized_workers_with_contract, status.contract == Contract::formal);
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

/// Foreign workers of a tile by profile, apart by whether they are regular and have a right.
class Profiles
{
  public:
    void count(Traits const& traits, Status const& status)
    {
        std::size_t const kind = (status.regular() ? 2U : 0U) + (status.may_work() ? 1U : 0U);
        for (std::size_t const group : groups_of(traits)) ++workers_[kind][group];
    }
    void add_to(Tally& tally) const
    {
        for (std::size_t group = 0; group < profile_groups; ++group)
        {
            std::int64_t const regular = workers_[2][group] + workers_[3][group];
            std::int64_t const with_right = workers_[1][group] + workers_[3][group];
            tally.foreign_by_profile[group] += regular + workers_[0][group] + workers_[1][group];
            tally.regular_by_profile[group] += regular;
            tally.with_right_by_profile[group] += with_right;
        }
    }

  private:
    std::array<std::array<std::int64_t, profile_groups>, 4> workers_{};
};

Traits traits_of(Persons const& persons, std::size_t person, Month month)
{
    return {.age = persons.age_in_months(person, month) / 12,
            .sector = persons[person].sector,
            .employed = persons[person].contract != Contract::none,
            .months_abroad = month.since_1900() - persons[person].arrival,
            .learning = persons.learning(person)};
}

void count_right(Cell& cell, WorkRight right, Scheme scheme)
{
    cell.count(Count::patent_holders, right == WorkRight::permit && scheme == Scheme::patent);
    cell.count(Count::without_right, right == WorkRight::none);
    cell.count(Count::permit_holders, right == WorkRight::permit);
    cell.count(Count::free_movers, right == WorkRight::free_movement);
    cell.count(Count::temporary_residents, right == WorkRight::temporary_resident);
    cell.count(Count::permanent_residents, right == WorkRight::permanent_resident);
    cell.count(Count::naturalized_abroad, right == WorkRight::citizen);
}

void count_presence(Cell& cell, Presence presence)
{
    cell.count(Count::permitted, presence == Presence::permitted);
    cell.count(Count::registered, presence == Presence::registered);
    cell.count(Count::overstayed, presence == Presence::overstayed);
    cell.count(Count::in_prison, presence == Presence::prison);
}

void count_papers(Cell& cell, Persons const& persons, std::size_t person, Month month)
{
    Papers const papers = persons[person].papers;
    bool const shown = persons[person].presence != Presence::prison;
    cell.count(Count::forged_knowingly, shown && papers == Papers::forged_knowingly);
    cell.count(Count::forged_unknowingly, shown && papers == Papers::forged_unknowingly);
    cell.count(Count::applicants_waiting, persons[person].permit_begin != never);
    cell.count(Count::in_citizenship_queue, persons[person].queue_end != never);
    cell.count(Count::at_consulate, persons[person].at_consulate != 0);
    cell.count(Count::passport_expired, !persons.passport_valid(person, month));
}

/// Counts those of a tile who are abroad.
class CountAbroad
{
  public:
    CountAbroad(Society const& society, Piece& piece)
        : month_(society.month),
          persons_(piece.population().persons),
          region_(piece.tile().region),
          tally_(piece.tally)
    {
    }

    void count(std::size_t person)
    {
        Status const status = persons_.status(person);
        Place const place = persons_.place[person];
        int const age = persons_.age_in_months(person, month_);
        Cell cell(tally_, tally_.cell(region_, place, persons_.sex[person]));
        count_everybody(cell, person, status);
        cell.count(Count::of_working_age, working_age.holds(age));
        if (departure_age.holds(age))
        {
            ++tally_.stocks.adults_at[index(region_)][index(place)];
            if (!status.foreign()) ++tally_.stocks.naturalized[index(region_)][index(place)];
        }
        if (!working_age.holds(age) || status.held()) return;
        if (!status.foreign()) return count_naturalized(cell, status);
        count_foreign_worker(cell, person, status);
    }
    void finish() { profiles_.add_to(tally_); }

  private:
    void count_everybody(Cell& cell, std::size_t person, Status const& status)
    {
        cell.count(Count::living);
        cell.count(Count::abroad);
        tally_.hold({persons_[person].cash, persons_[person].debt});
        count_right(cell, status.work_right, persons_[person].scheme);
        cell.count(Count::with_contract, status.contract == Contract::formal);
        cell.count(Count::dual_citizens, !status.foreign() && persons_[person].gave_up == 0);
        if (!status.foreign()) return;
        count_presence(cell, status.presence);
        count_papers(cell, persons_, person, month_);
    }
    void count_foreign_worker(Cell& cell, std::size_t person, Status const& status)
    {
        std::size_t const at = index(persons_.place[person]);
        count_worker(cell, status);
        profiles_.count(traits_of(persons_, person, month_), status);
        ++tally_.stocks.foreign_workers[index(region_)][at];
        if (status.regular())
        {
            ++tally_.stocks.regular_workers[index(region_)][at];
            return;
        }
        cell.count(Count::exploited_within_year,
                   persons_[person].last_exploited > stamp(month_ - 12));
        cell.count(count_of(why_irregular(persons_, person, month_)));
    }

    Month month_;
    Persons const& persons_;
    Region region_;
    Tally& tally_;
    Profiles profiles_;
};

RowSpan rows_of(Tile const& tile)
{
    return {tile.first_person, tile.last_person};
}

/// Months of birth of those whose age lies in a span.
class BirthSpan
{
  public:
    BirthSpan(AgeSpan ages, Month month)
        : first_(static_cast<std::uint16_t>(month.since_1900() - 12 * ages.above + 1)),
          months_(static_cast<std::uint16_t>(12 * (ages.above - ages.from) - 1))
    {
    }
    /// One comparison: what lies before the first wraps round to far behind the last.
    std::uint8_t holds(MonthStamp birth) const
    {
        return mark(static_cast<std::uint16_t>(static_cast<std::uint16_t>(birth) - first_) <=
                    months_);
    }

  private:
    std::uint16_t first_;
    std::uint16_t months_;
};

// Of both sexes and of men, since these two take the fewest comparisons.
void count_at_home(Society const& society, Piece& piece)
{
    RowSpan const rows = rows_of(piece.tile());
    Persons const& persons = piece.population().persons;
    Place const* const place = persons.place.data();
    Sex const* const sex = persons.sex.data();
    MonthStamp const* const birth = persons.birth.data();
    BirthSpan const births(working_age, society.month);
    auto const home = [=](std::size_t row) { return mark(place[row] == Place::home); };
    auto const man = [=](std::size_t row) { return mark(sex[row] == Sex::male); };
    auto const works = [=](std::size_t row) { return births.holds(birth[row]); };
    auto const all_of = [](auto... holds) { return static_cast<std::uint8_t>((holds & ...)); };
    auto const count = [&](Count kind, std::int64_t both, std::int64_t men)
    {
        Tally& tally = piece.tally;
        Region const region = piece.tile().region;
        tally.count(kind, tally.cell(region, Place::home, Sex::female), both - men);
        tally.count(kind, tally.cell(region, Place::home, Sex::male), men);
    };
    count(Count::living, count_rows(rows, home),
          count_rows(rows, [=](std::size_t row) { return all_of(home(row), man(row)); }));
    count(
        Count::of_working_age,
        count_rows(rows, [=](std::size_t row) { return all_of(home(row), works(row)); }),
        count_rows(rows, [=](std::size_t row) { return all_of(home(row), man(row), works(row)); }));
}

std::int64_t count_adults(Persons const& persons, Tile const& tile, Month month)
{
    BirthSpan const births(departure_age, month);
    MonthStamp const now = stamp(month);
    MonthStamp const* const birth = persons.birth.data();
    MonthStamp const* const death = persons.death.data();
    return count_rows(
        rows_of(tile), [=](std::size_t row)
        { return static_cast<std::uint8_t>(births.holds(birth[row]) & mark(death[row] > now)); });
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

// The law's view of everybody, at home too: who is barred, whom the police have found in a year.
void count_known_to_law(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    Tile const& tile = piece.tile();
    Jurisdictions const& jurisdictions = society.corridor().jurisdictions();
    MonthStamp const now = stamp(society.month);
    auto const year_ago = static_cast<MonthStamp>(now - 12);
    MonthStamp const* const found = persons.last_found.data();
    Marks& marks = piece.marks;
    marks.mark(rows_of(tile), [=](std::size_t row) { return mark(found[row] > year_ago); });
    for (auto const& column : persons.ban_end)
    {
        MonthStamp const* const end = column.data();
        marks.mark_also([=](std::size_t row) { return mark(end[row] >= now); });
    }
    marks.for_each(
        [&](std::size_t person)
        {
            std::size_t const cell =
                piece.tally.cell(tile.region, persons.place[person], persons.sex[person]);
            if (found[person] > year_ago) piece.tally.count(Count::official_irregulars, cell);
            count_bans(piece, jurisdictions, person, now, cell);
        });
}

void count_all_abroad(Society const& society, Piece& piece)
{
    Place const* const place = piece.population().persons.place.data();
    piece.marks.mark(rows_of(piece.tile()),
                     [=](std::size_t row)
                     {
                         return static_cast<std::uint8_t>(mark(place[row] != Place::home) &
                                                          mark(place[row] != Place::nowhere));
                     });
    CountAbroad abroad(society, piece);
    piece.marks.for_each([&](std::size_t person) { abroad.count(person); });
    abroad.finish();
}

// What is put aside counts in the month in which it is earned, whenever the account is settled.
void count_money(Society const& society, Piece& piece)
{
    Tile const& tile = piece.tile();
    HeldAtHome const held = held_at_home(piece.population().households, tile.first_household,
                                         tile.last_household, society.savings);
    piece.tally.hold({.cash = held.cash.count(), .debt = held.debt.count()});
    piece.tally.flow(Flow::home_savings, tile.region, Place::home, held.put_aside);
}

void count_livelihoods(Piece& piece)
{
    Tile const& tile = piece.tile();
    RowSpan const rows{tile.first_household, tile.last_household};
    Livelihood const* const livelihood = piece.population().households.livelihood.data();
    HomeAccounts& home = piece.tally.home;
    home.households[index(tile.region)] += count_rows(
        rows, [=](std::size_t row) { return mark(livelihood[row] != Livelihood::nobody_at_home); });
    home.on_remittances[index(tile.region)] += count_rows(
        rows, [=](std::size_t row) { return mark(livelihood[row] == Livelihood::remittances); });
}
}  // namespace

// Stocks at the end of the month, from the rows themselves: the accounts are checked against them.
void count_persons(Society const& society, Piece& piece)
{
    Tile const& tile = piece.tile();
    count_at_home(society, piece);
    piece.tally.stocks.adults[index(tile.region)] +=
        count_adults(piece.population().persons, tile, society.month);
    count_known_to_law(society, piece);
    count_all_abroad(society, piece);
    count_money(society, piece);
    count_livelihoods(piece);
}
}  // namespace kochmon::steps
