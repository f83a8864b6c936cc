// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/parallel.hpp"

#include "agents/simulation.hpp"

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
    std::uint32_t pair_of_base(std::uint32_t row) const { return row; }
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

/// Follows persons through two worlds, month by month: how they live in each, and at which point
/// of which month their lives first part. Lives have parted when something else has happened to a
/// person, or when status differs; money alone parts no lives.
class PairedLives
{
  public:
    /// Both worlds keep diaries and have lived the same months so far.
    PairedLives(Simulation const& base, Simulation const& other);

    /// The month that both have just lived.
    void see(Simulation const& base, Simulation const& other, Grouping const& grouping,
             Workers const& workers);
    /// Of the month last seen.
    FlipCounts const& flips() const { return flips_; }
    std::vector<Parting> const& partings() const { return partings_; }
    /// When the lives of a pair parted; `never`.
    MonthStamp parted(std::size_t pair) const { return parted_[pair]; }
    RowPairs const& rows() const { return rows_; }

  private:
    struct Moment;
    void find_partings(Moment const& moment);
    void count_flips(Moment const& moment, Workers const& workers);
    void part(Moment const& moment, std::size_t pair, Parting parting);

    RowPairs rows_;
    std::vector<MonthStamp> parted_;
    FlipCounts flips_;
    std::vector<Parting> partings_;
};
}  // namespace kochmon
