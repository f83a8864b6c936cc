// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// A part of the statuses that persons abroad can have; what is not set is summed over.
struct StatusPart
{
    std::optional<Jurisdiction> where = {};
    std::optional<Presence> presence = {};
    std::optional<WorkRight> work_right = {};

    bool holds(Jurisdiction at, Presence present, WorkRight right) const
    {
        return where.value_or(at) == at && presence.value_or(present) == present &&
               work_right.value_or(right) == right;
    }
};

/// Sums of one month, of so many kinds, by the status in which persons abroad were when it
/// happened to them, and by whose law ruled there. Integers: any order of adding gives the same.
template <std::size_t kinds>
class ByStatus
{
  public:
    void add(std::size_t kind, Jurisdiction where, Status const& status, std::int64_t amount)
    {
        sums_[kind][cell(where, status.presence, status.work_right)] += amount;
    }
    void add(ByStatus const& other)
    {
        for (std::size_t kind = 0; kind < kinds; ++kind)
            for (std::size_t cell = 0; cell < cells; ++cell)
                sums_[kind][cell] += other.sums_[kind][cell];
    }
    std::int64_t sum(std::size_t kind, StatusPart const& part) const
    {
        std::int64_t sum = 0;
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (part.holds(static_cast<Jurisdiction>(cell / (presences * rights)),
                           static_cast<Presence>(cell / rights % presences),
                           static_cast<WorkRight>(cell % rights)))
                sum += sums_[kind][cell];
        return sum;
    }

    bool operator==(ByStatus const&) const = default;

  private:
    static constexpr std::size_t presences = std::tuple_size_v<decltype(presence_names)>;
    static constexpr std::size_t rights = std::tuple_size_v<decltype(work_right_names)>;
    static constexpr std::size_t cells = most_jurisdictions * presences * rights;
    static constexpr std::size_t cell(Jurisdiction where, Presence presence, WorkRight right)
    {
        return (index(where) * presences + index(presence)) * rights + index(right);
    }

    std::array<std::array<std::int64_t, cells>, kinds> sums_{};
};
}  // namespace kochmon
