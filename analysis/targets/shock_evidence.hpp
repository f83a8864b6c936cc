// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "agents/run/lockstep.hpp"

#include "analysis/targets/poorest_fifth.hpp"
#include "analysis/targets/targets_file.hpp"

namespace kochmon
{
/// A measure that an answer asks for, in one world and month; NaN: none.
struct AnswerValue
{
    double above = 0.0;
    double below = 0.0;  // of an answer that is a rate of two measures
};

/// The worlds of a shock, by their number among the policies of a lockstep.
struct ShockWorlds
{
    std::size_t policy = 0;
    std::optional<std::size_t> against = {};  // none: the base
};

/// Follows one policy through one replicate beside its base, or beside another policy, and tells
/// how what the test asks for has answered.
class ShockRecorder
{
  public:
    /// `begin`: first month of the policy.
    ShockRecorder(ShockTest const& test, ShockWorlds numbers, Month begin);

    /// Before a month is lived: households are looked at when the policy begins.
    void see_before(Lockstep const& worlds);
    /// The month that all worlds have just lived.
    void see(Lockstep const& worlds);
    /// Policy against base, by answer; nothing where a denominator is 0 or the month was not lived.
    std::vector<std::optional<double>> changes() const;

  private:
    struct World
    {
        AnswerValue value;
        std::vector<std::uint8_t> departed;  // by row, of the poorest fifth
    };
    struct Seen
    {
        World base;
        World policy;
        bool complete = false;
    };
    std::optional<int> month_of_policy(Month month) const;  // from 1 on
    void see_answer(std::size_t answer, Lockstep const& worlds, int month);
    void see_world(World& seen, ShockAnswer const& asked, Simulation const& world) const;

    ShockTest const& test_;
    ShockWorlds numbers_;
    Month begin_;
    PoorestFifth poorest_;
    std::vector<Seen> seen_;
};
}  // namespace kochmon
