// SPDX-License-Identifier: MIT
#include "analysis/compare/pairs.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace kochmon
{
namespace
{
constexpr std::size_t rows_at_once = 65536;

Fate fate_of(RowEvent const* event)
{
    if (event == nullptr) return {};
    return {.kind = Fate::Kind::event, .event = event->kind, .place = event->place};
}

/// The first event of one world that is not that of the other. Where both have one, the lives part
/// at the earlier in the order of the month; the other world's is told if it is of the same point.
Cause cause_of(RowEvent const* base, RowEvent const* other)
{
    bool const other_first =
        base == nullptr || (other != nullptr && comes_before(*other->what, *base->what));
    PartingPoint const point = (other_first ? other : base)->what->point;
    auto const of_point = [&](RowEvent const* event)
    { return event != nullptr && event->what->point == point ? event : nullptr; };
    return {point, fate_of(of_point(base)), fate_of(of_point(other))};
}

using Events = std::span<RowEvent const>;

/// The events of a pair at the head of a list.
Events head(Events events, std::uint32_t pair)
{
    std::size_t count = 0;
    while (count < events.size() && events[count].row == pair) ++count;
    return events.first(count);
}

/// Nothing where the same has happened.
std::optional<Cause> difference(Events base, Events other)
{
    auto const same = [](RowEvent const& a, RowEvent const& b)
    { return a.kind == b.kind && a.place == b.place; };
    auto const [left, right] = std::ranges::mismatch(base, other, same);
    if (left == base.end() && right == other.end()) return std::nullopt;
    return cause_of(left == base.end() ? nullptr : &*left,
                    right == other.end() ? nullptr : &*right);
}

FlipStatus status_in(Persons const& persons, std::uint32_t row)
{
    return row == RowPairs::nobody ? FlipStatus::not_living : flip_status(persons, row);
}
}  // namespace

RowPairs::RowPairs(Persons const& base, Persons const& other)
    : size_(base.size()), alike_(base.key == other.key)
{
    if (alike_) return;
    std::unordered_map<std::uint64_t, std::uint32_t> row_of;
    for (std::uint32_t row = 0; row < base.size(); ++row)
    {
        row_of.emplace(base.key[row], row);
        base_.push_back(row);
        other_.push_back(nobody);
    }
    for (std::uint32_t row = 0; row < other.size(); ++row)
    {
        auto const found = row_of.find(other.key[row]);
        bool const in_both = found != row_of.end();
        pair_of_other_.push_back(in_both ? found->second : static_cast<std::uint32_t>(size_));
        if (in_both)
        {
            other_[found->second] = row;
            continue;
        }
        base_.push_back(nobody);
        other_.push_back(row);
        ++size_;
    }
}

std::vector<RowEvent> events_of(Simulation const& world)
{
    std::vector<RowEvent> events;
    for (Piece const& piece : world.pieces())
        for (Event const& event : piece.diary())
            if (CountedEvent const* const what = event_of(event.kind))
                events.push_back({event.person, event.kind, what, event.place});
    std::ranges::stable_sort(events, {}, &RowEvent::row);
    return events;
}

PairedLives::PairedLives(Simulation const& base, Simulation const& other)
    : rows_(base.population().persons, other.population().persons),
      parted_(rows_.size(), never),
      chunks_((rows_.size() + rows_at_once - 1) / rows_at_once)
{
}

std::size_t PairedLives::chunks() const
{
    return chunks_.size();
}

// Rows of the other world become numbers of pairs.
std::vector<RowEvent> PairedLives::by_pair(std::vector<RowEvent> events) const
{
    if (rows_.alike()) return events;
    for (RowEvent& event : events) event.row = rows_.pair_of_other(event.row);
    std::ranges::stable_sort(events, {}, &RowEvent::row);
    return events;
}

void PairedLives::part(PairedMonth const& month, Parting parting)
{
    parted_[parting.pair] = stamp(month.month());
    std::uint32_t const in_base = rows_.in_base(parting.pair);
    std::uint32_t const in_other = rows_.in_other(parting.pair);
    Persons const& base = month.base.population().persons;
    bool const told_by_base =
        in_other == RowPairs::nobody || (in_base != RowPairs::nobody && !base.nowhere(in_base));
    Persons const& persons = told_by_base ? base : month.other.population().persons;
    month.grouping.cells_of(persons, told_by_base ? in_base : in_other, month.month(),
                            [&](std::size_t cell) { parting.cells.push_back(cell); });
    partings_.push_back(std::move(parting));
}

void PairedLives::find_partings(PairedMonth const& month)
{
    partings_.clear();
    std::vector<RowEvent> const events = by_pair(events_of(month.other));
    Events base(month.base_events);
    Events other(events);
    while (!base.empty() || !other.empty())
    {
        std::uint32_t const pair = other.empty()  ? base.front().row
                                   : base.empty() ? other.front().row
                                                  : std::min(base.front().row, other.front().row);
        Events const in_base = head(base, pair);
        Events const in_other = head(other, pair);
        base = base.subspan(in_base.size());
        other = other.subspan(in_other.size());
        if (parted_[pair] != never) continue;
        if (auto const cause = difference(in_base, in_other))
            part(month, {.pair = pair, .cause = *cause});
    }
}

void PairedLives::count_pair(PairedMonth const& month, Chunk& chunk, std::uint32_t pair) const
{
    Persons const& base = month.base.population().persons;
    Persons const& other = month.other.population().persons;
    FlipStatus const in_base = status_in(base, rows_.in_base(pair));
    FlipStatus const in_other = status_in(other, rows_.in_other(pair));
    bool const lives_in_base = in_base != FlipStatus::not_living;
    if (!lives_in_base && in_other == FlipStatus::not_living) return;
    month.grouping.cells_of(
        lives_in_base ? base : other, lives_in_base ? rows_.in_base(pair) : rows_.in_other(pair),
        month.month(), [&](std::size_t cell) { chunk.flips.add(cell, in_base, in_other); });
    if (in_base == in_other || parted_[pair] != never) return;
    chunk.by_law.push_back({.pair = pair,
                            .cause = {PartingPoint::law,
                                      {.kind = Fate::Kind::status, .status = in_base},
                                      {.kind = Fate::Kind::status, .status = in_other}}});
}

void PairedLives::count_chunk(PairedMonth const& month, std::size_t number)
{
    Chunk& chunk = chunks_[number];
    chunk.flips = FlipCounts(month.grouping.size());
    chunk.by_law.clear();
    std::vector<Place> const& base = month.base.population().persons.place;
    std::vector<Place> const& other = month.other.population().persons.place;
    bool const nobody_apart = month.grouping.traits().empty() && rows_.alike();
    std::int64_t at_home = 0;  // in both worlds: most pairs, so they are not looked at one by one
    std::size_t const last = std::min(rows_.size(), (number + 1) * rows_at_once);
    for (std::size_t pair = number * rows_at_once; pair < last; ++pair)
    {
        if (nobody_apart && base[pair] == Place::home && other[pair] == Place::home)
            ++at_home;
        else
            count_pair(month, chunk, static_cast<std::uint32_t>(pair));
    }
    chunk.flips.add(0, FlipStatus::home, FlipStatus::home, at_home);
}

void PairedLives::end_month(PairedMonth const& month)
{
    flips_ = FlipCounts(month.grouping.size());
    for (Chunk& chunk : chunks_)
    {
        flips_.add(chunk.flips);
        for (Parting& parting : chunk.by_law) part(month, std::move(parting));
    }
}

void PairedLives::see(PairedMonth const& month)
{
    find_partings(month);
    for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) count_chunk(month, chunk);
    end_month(month);
}
}  // namespace kochmon
