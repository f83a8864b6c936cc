// SPDX-License-Identifier: MIT
#include "analysis/compare/traces.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "agents/vocabulary/decision_points.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
/// What happened in a month, by row, in the words of causes.csv.
class Diary
{
  public:
    explicit Diary(Simulation const& world) : corridor_(world.society().corridor())
    {
        for (Piece const& piece : world.pieces())
            for (Event const& event : piece.diary())
                if (CountedEvent const* const what = event_of(event.kind))
                    add(event.person, *what, event.place);
    }
    std::string of(std::uint32_t row) const
    {
        auto const found = texts_.find(row);
        return found == texts_.end() ? std::string() : found->second;
    }

  private:
    void add(std::uint32_t row, CountedEvent const& what, Place place)
    {
        std::string& text = texts_[row];
        if (!text.empty()) text += ' ';
        text += what.name;
        if (place != Place::home && place != Place::nowhere) text += '@' + corridor_.name_of(place);
    }
    Corridor const& corridor_;
    std::map<std::uint32_t, std::string> texts_;
};

std::string where(Corridor const& corridor, Persons const& persons, std::uint32_t row)
{
    if (row == RowPairs::nobody || persons.nowhere(row)) return {};
    return corridor.name_of(persons.place[row]);
}

std::string how(Persons const& persons, std::uint32_t row)
{
    FlipStatus const status =
        row == RowPairs::nobody ? FlipStatus::not_living : flip_status(persons, row);
    return flip_status_names[index(status)];
}
}  // namespace

std::vector<std::uint32_t> chosen_pairs(PairedLives const& lives, Persons const& base,
                                        Seeds synthesis, std::size_t count)
{
    struct Ticket
    {
        std::uint32_t draw;
        std::uint64_t key;
        std::uint32_t row;
        auto operator<=>(Ticket const&) const = default;
    };
    MonthDraws const draws(synthesis, Month(0));
    std::vector<Ticket> tickets;
    for (std::uint32_t row = 0; row < base.size(); ++row)
        if (lives.parted(row) != never)
            tickets.push_back({draws.words(base.subject(row), block(DecisionPoint::panel), 0)[0],
                               base.key[row], row});
    std::ranges::sort(tickets);
    if (tickets.size() > count) tickets.resize(count);
    std::ranges::sort(tickets, {}, &Ticket::key);
    std::vector<std::uint32_t> rows;
    rows.reserve(tickets.size());
    for (Ticket const& ticket : tickets) rows.push_back(ticket.row);
    return rows;
}

void TraceRecorder::see(Simulation const& base, Simulation const& other, PairedLives const& lives)
{
    Corridor const& corridor = base.society().corridor();
    Persons const& here = base.population().persons;
    Persons const& there = other.population().persons;
    Diary const in_base(base);
    Diary const in_other(other);
    Month const month = base.month() - 1;
    for (Traced& traced : traced_)
    {
        std::uint32_t const row = lives.rows().in_base(traced.pair);
        std::uint32_t const other_row = lives.rows().in_other(traced.pair);
        std::string const state =
            fmt::format("{},{},{},{}", how(here, row), where(corridor, here, row),
                        how(there, other_row), where(corridor, there, other_row));
        std::string const events = in_base.of(row) + ',' + in_other.of(other_row);
        if (state == traced.last && events == ",") continue;
        traced.last = state;
        bool const parted = lives.parted(traced.pair) != never;
        traced.rows += fmt::format("{},p{:010},{},{},{},{},{},{},{}\n", csv_cell(policy_),
                                   here.key[row], corridor.name_of(here[row].origin),
                                   sex_names[index(here.sex[row])], Month(here.birth[row]).text(),
                                   month.text(), parted ? "yes" : "no", state, events);
    }
}

std::string TraceRecorder::header()
{
    return "policy,person,origin,sex,birth,month,parted,base_status,base_place,policy_status,"
           "policy_place,base_events,policy_events\n";
}

std::string TraceRecorder::rows() const
{
    std::string rows;
    for (Traced const& traced : traced_) rows += traced.rows;
    return rows;
}
}  // namespace kochmon
