// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "analysis/compare/event_kinds.hpp"
#include "analysis/compare/flip_status.hpp"
#include "analysis/compare/grouping.hpp"

namespace kochmon
{
/// Living persons of one month, in agents, by group, status under the base and status under the
/// policy.
class FlipCounts
{
  public:
    FlipCounts() = default;
    explicit FlipCounts(std::size_t cells) : counts_(cells * per_cell) {}

    void add(std::size_t cell, FlipStatus base, FlipStatus policy, std::int64_t agents = 1)
    {
        counts_[at(cell, base, policy)] += agents;
    }
    std::int64_t agents(std::size_t cell, FlipStatus base, FlipStatus policy) const
    {
        return counts_[at(cell, base, policy)];
    }
    void add(FlipCounts const& other);
    bool operator==(FlipCounts const&) const = default;

  private:
    static constexpr std::size_t per_cell = flip_status_count * flip_status_count;
    static std::size_t at(std::size_t cell, FlipStatus base, FlipStatus policy)
    {
        return cell * per_cell + index(base) * flip_status_count + index(policy);
    }
    std::vector<std::int64_t> counts_;
};

/// What had become of a person in one of two worlds at the point where they parted: an event, or,
/// where the law changed status without one, the status.
struct Fate
{
    enum class Kind : std::uint8_t
    {
        nothing,
        event,
        status
    };
    Kind kind = Kind::nothing;
    Count event = Count::births;
    Place place = Place::home;  // of the event
    FlipStatus status = FlipStatus::home;

    auto operator<=>(Fate const&) const = default;
};

/// Where and how two lives first part.
struct Cause
{
    PartingPoint point = PartingPoint::law;
    Fate base;
    Fate policy;

    auto operator<=>(Cause const&) const = default;
};

struct Parting
{
    std::uint32_t pair = 0;
    Cause cause;
    std::vector<std::size_t> cells = {};  // groups of the person
};
}  // namespace kochmon
