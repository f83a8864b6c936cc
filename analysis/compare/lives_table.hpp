// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "config/corridor.hpp"

#include "analysis/compare/pairs.hpp"

namespace kochmon
{
/// Flips and partings under one policy, summed over replicates in whole agents.
class LivesTable
{
  public:
    LivesTable(std::string policy, Corridor const& corridor)
        : policy_(std::move(policy)), places_(corridor.place_names())
    {
    }

    /// The month that the pairs have just seen.
    void add_flips(Month month, FlipCounts const& flips) { flips_[month].add(flips); }
    void add_partings(Month month, std::vector<Parting> const& partings, std::size_t cells);
    /// Persons who have parted by their rule alone.
    void add_partings_by_rule(Month month, std::vector<Parting> const& partings, std::size_t cells);

    /// Agents under base and policy, in a group, in all replicates.
    std::int64_t flipped(Month month, std::size_t cell, FlipStatus base, FlipStatus policy) const;
    /// Agents who have parted up to the end of the run, in all replicates.
    std::int64_t parted() const { return total(causes_); }
    std::int64_t parted_by_rule() const { return total(causes_by_rule_); }
    /// Agents in all replicates by cause, over all months, the most frequent first.
    std::vector<std::pair<Cause, std::int64_t>> causes() const;

    /// Rows of `flips.csv`: persons, mean over replicates; `persons`: those of one agent, over the
    /// number of replicates.
    std::string flips_rows(Grouping const& grouping, double persons) const;
    std::string causes_rows(Grouping const& grouping, double persons) const;
    static std::string flips_header();
    static std::string causes_header();

  private:
    struct Key
    {
        Month month;
        Cause cause;

        auto operator<=>(Key const&) const = default;
    };
    using Causes = std::map<Key, std::vector<std::int64_t>>;  // agents by cell
    static void add(Causes& causes, Month month, std::vector<Parting> const& partings,
                    std::size_t cells);
    static std::int64_t total(Causes const& causes);
    /// Where it was, of an event.
    std::string place(Fate const& fate) const;
    std::string rows_of(Causes const& causes, char const* effect, Grouping const& grouping,
                        double persons) const;

    std::string policy_;
    std::vector<std::string> places_;
    std::map<Month, FlipCounts> flips_;
    Causes causes_;
    Causes causes_by_rule_;
};

/// `permit_sought`, `nothing`, or a status.
std::string name(Fate const& fate);
}  // namespace kochmon
