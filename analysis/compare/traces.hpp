// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/compare/pairs.hpp"

namespace kochmon
{
/// Of the pairs that have parted, `count` by lot; all if there are fewer. In the order of their
/// keys. A larger count holds the smaller one.
std::vector<std::uint32_t> chosen_pairs(PairedLives const& lives, Persons const& base,
                                        Seeds synthesis, std::size_t count);

/// Lives of some persons in two worlds, side by side: a row in every month in which something
/// happens to them or their status changes in either.
class TraceRecorder
{
  public:
    /// Rows of the base, whose persons have rows of their own in the other world too.
    TraceRecorder(std::string policy, std::vector<std::uint32_t> rows)
        : policy_(std::move(policy)), traced_(rows.size())
    {
        for (std::size_t k = 0; k < rows.size(); ++k) traced_[k].pair = rows[k];
    }
    /// The month that both worlds, and the pairs, have just lived.
    void see(Simulation const& base, Simulation const& other, PairedLives const& lives);

    /// Rows of `traces.csv`, person by person.
    std::string rows() const;
    static std::string header();

  private:
    struct Traced
    {
        std::uint32_t pair = 0;
        std::string rows = {};
        std::string last = {};  // status and place in both worlds
    };
    std::string policy_;
    std::vector<Traced> traced_;
};
}  // namespace kochmon
