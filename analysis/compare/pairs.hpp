// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "agents/run/simulation.hpp"

#include "analysis/compare/flips.hpp"

namespace kochmon
{
/// Which rows of two populations are the same person, by key.
class RowPairs
{
  public:
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    RowPairs() = default;
    RowPairs(Persons const& base, Persons const& other);

    /// Persons in either world.
    std::size_t size() const { return size_; }
    std::uint32_t in_base(std::size_t pair) const
    {
        return alike_ ? static_cast<std::uint32_t>(pair) : base_[pair];
    }
    std::uint32_t in_other(std::size_t pair) const
    {
        return alike_ ? static_cast<std::uint32_t>(pair) : other_[pair];
    }
    /// A row of the base is the pair of that number.
    bool alike() const { return alike_; }
    std::uint32_t pair_of_other(std::uint32_t row) const
    {
        return alike_ ? row : pair_of_other_[row];
    }

  private:
    std::size_t size_ = 0;
    bool alike_ = true;
    std::vector<std::uint32_t> base_;           // by pair
    std::vector<std::uint32_t> other_;          // by pair
    std::vector<std::uint32_t> pair_of_other_;  // by row
};

/// An event that tells lives apart, and to whom it happened.
struct RowEvent
{
    std::uint32_t row = 0;
    Count kind = Count::births;
    CountedEvent const* what = nullptr;  // of the table of counts
    Place place = Place::home;
};
/// Those of the month that a world has just lived, by row and then in the order of the month. The
/// world keeps diaries.
std::vector<RowEvent> events_of(Simulation const& world);

/// A month that two worlds have just lived.
struct PairedMonth
{
    Simulation const& base;
    std::vector<RowEvent> const& base_events;
    Simulation const& other;
    Grouping const& grouping;

    Month month() const { return base.month() - 1; }
};

/// Follows persons through two worlds, month by month: how they live in each, and at which point
/// of which month their lives first part. Lives have parted when something else has happened to a
/// person, or when status differs; money alone parts no lives.
///
/// A month is seen in three steps: partings, then chunks of rows, which may be counted in any
/// order and in parallel, then the end.
class PairedLives
{
  public:
    /// Both worlds keep diaries and have lived the same months so far.
    PairedLives(Simulation const& base, Simulation const& other);

    void find_partings(PairedMonth const& month);
    std::size_t chunks() const;
    void count_chunk(PairedMonth const& month, std::size_t chunk);
    void end_month(PairedMonth const& month);
    /// All three.
    void see(PairedMonth const& month);

    /// Of the month last seen.
    FlipCounts const& flips() const { return flips_; }
    std::vector<Parting> const& partings() const { return partings_; }
    /// When the lives of a pair parted; `never`.
    MonthStamp parted(std::size_t pair) const { return parted_[pair]; }
    RowPairs const& rows() const { return rows_; }

  private:
    struct Chunk
    {
        FlipCounts flips;
        std::vector<Parting> by_law;
    };
    std::vector<RowEvent> by_pair(std::vector<RowEvent> events) const;
    void part(PairedMonth const& month, Parting parting);
    void count_pair(PairedMonth const& month, Chunk& chunk, std::uint32_t pair) const;

    RowPairs rows_;
    std::vector<MonthStamp> parted_;
    std::vector<Chunk> chunks_;
    FlipCounts flips_;
    std::vector<Parting> partings_;
};
}  // namespace kochmon
