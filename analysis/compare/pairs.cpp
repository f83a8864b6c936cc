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

/// An event of a month, by the pair to whom it happened.
struct PairEvent
{
    std::uint32_t pair;
    PartingEvent const* what;
    Place place;

    bool operator==(PairEvent const&) const = default;
};

/// Events that tell lives apart, by pair, in the order in which they happened.
template <class PairOf>
std::vector<PairEvent> events_of(Simulation const& world, PairOf pair_of)
{
    std::vector<PairEvent> events;
    for (Piece const& piece : world.pieces())
        for (Event const& event : piece.diary())
            if (PartingEvent const* const what = happening(event.kind))
                events.push_back({pair_of(event.person), what, event.place});
    std::ranges::stable_sort(events, {}, &PairEvent::pair);
    return events;
}

Fate fate_of(PairEvent const* event)
{
    if (event == nullptr) return {};
    return {.kind = Fate::Kind::event, .event = event->what->kind, .place = event->place};
}

/// The first event of one world that is not that of the other. Where both have one, the lives part
/// at the earlier in the order of the month; the other world's is told if it is of the same point.
Cause cause_of(PairEvent const* base, PairEvent const* other)
{
    bool const base_first = other == nullptr || (base != nullptr && base->what <= other->what);
    PairEvent const* const first = base_first ? base : other;
    PartingPoint const point = first->what->point;
    auto const of_point = [&](PairEvent const* event)
    { return event != nullptr && event->what->point == point ? event : nullptr; };
    return {point, fate_of(of_point(base)), fate_of(of_point(other))};
}

using Events = std::span<PairEvent const>;

/// The events of a pair at the head of a list.
Events head(Events events, std::uint32_t pair)
{
    std::size_t count = 0;
    while (count < events.size() && events[count].pair == pair) ++count;
    return events.first(count);
}

/// Nothing where the same has happened.
std::optional<Cause> difference(Events base, Events other)
{
    auto const [left, right] = std::ranges::mismatch(base, other);
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

struct PairedLives::Moment
{
    Persons const& base;
    Persons const& other;
    Month month;
    Grouping const& grouping;
    std::vector<PairEvent> base_events;
    std::vector<PairEvent> other_events;
};

PairedLives::PairedLives(Simulation const& base, Simulation const& other)
    : rows_(base.population().persons, other.population().persons), parted_(rows_.size(), never)
{
}

void PairedLives::see(Simulation const& base, Simulation const& other, Grouping const& grouping,
                      Workers const& workers)
{
    Moment const moment{
        .base = base.population().persons,
        .other = other.population().persons,
        .month = base.month() - 1,
        .grouping = grouping,
        .base_events = events_of(base, [&](std::uint32_t row) { return rows_.pair_of_base(row); }),
        .other_events =
            events_of(other, [&](std::uint32_t row) { return rows_.pair_of_other(row); })};
    partings_.clear();
    find_partings(moment);
    count_flips(moment, workers);
}

void PairedLives::part(Moment const& moment, std::size_t pair, Parting parting)
{
    parted_[pair] = stamp(moment.month);
    std::uint32_t const in_base = rows_.in_base(pair);
    std::uint32_t const in_other = rows_.in_other(pair);
    bool const told_by_base =
        status_in(moment.base, in_base) != FlipStatus::not_living || in_other == RowPairs::nobody;
    Persons const& persons = told_by_base ? moment.base : moment.other;
    std::uint32_t const row = told_by_base ? in_base : in_other;
    if (!persons.nowhere(row))
        moment.grouping.cells_of(persons, row, moment.month,
                                 [&](std::size_t cell) { parting.cells.push_back(cell); });
    else
        parting.cells.push_back(0);
    partings_.push_back(std::move(parting));
}

void PairedLives::find_partings(Moment const& moment)
{
    Events base(moment.base_events);
    Events other(moment.other_events);
    while (!base.empty() || !other.empty())
    {
        std::uint32_t const pair = other.empty()  ? base.front().pair
                                   : base.empty() ? other.front().pair
                                                  : std::min(base.front().pair, other.front().pair);
        Events const in_base = head(base, pair);
        Events const in_other = head(other, pair);
        base = base.subspan(in_base.size());
        other = other.subspan(in_other.size());
        if (parted_[pair] != never) continue;
        if (auto const cause = difference(in_base, in_other))
            part(moment, pair, {.pair = pair, .cause = *cause});
    }
}

void PairedLives::count_flips(Moment const& moment, Workers const& workers)
{
    struct Chunk
    {
        FlipCounts flips;
        std::vector<Parting> by_law;
    };
    std::vector<Chunk> chunks((rows_.size() + rows_at_once - 1) / rows_at_once);
    auto const count = [&](std::size_t k)
    {
        Chunk& chunk = chunks[k];
        chunk.flips = FlipCounts(moment.grouping.size());
        std::size_t const last = std::min(rows_.size(), (k + 1) * rows_at_once);
        for (std::size_t pair = k * rows_at_once; pair < last; ++pair)
        {
            FlipStatus const in_base = status_in(moment.base, rows_.in_base(pair));
            FlipStatus const in_other = status_in(moment.other, rows_.in_other(pair));
            bool const lives_in_base = in_base != FlipStatus::not_living;
            if (!lives_in_base && in_other == FlipStatus::not_living) continue;
            moment.grouping.cells_of(
                lives_in_base ? moment.base : moment.other,
                lives_in_base ? rows_.in_base(pair) : rows_.in_other(pair), moment.month,
                [&](std::size_t cell) { chunk.flips.add(cell, in_base, in_other); });
            if (in_base != in_other && parted_[pair] == never)
                chunk.by_law.push_back(
                    {.pair = static_cast<std::uint32_t>(pair),
                     .cause = {PartingPoint::law,
                               {.kind = Fate::Kind::status, .status = in_base},
                               {.kind = Fate::Kind::status, .status = in_other}}});
        }
    };
    workers.for_each(chunks.size(), count);
    flips_ = FlipCounts(moment.grouping.size());
    for (Chunk& chunk : chunks)
    {
        flips_.add(chunk.flips);
        for (Parting& parting : chunk.by_law) part(moment, parting.pair, std::move(parting));
    }
}
}  // namespace kochmon
