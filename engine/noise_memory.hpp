// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/random.hpp"

namespace kochmon
{
/// Noise of decisions that was drawn already. Worlds in lockstep ask for the same draws of the same
/// persons one after the other: it is worked out once. What is remembered is a pure function of its
/// key, so that no result depends on what is, or on how much.
class NoiseMemory
{
  public:
    /// The draw of that counter, under one pair of seeds; `shape`: of its distribution.
    template <class Draw>
    double at(PhiloxWords const& counter, double shape, Draw const& draw)
    {
        Entry& entry = entries_[place_of(counter)];
        if (!is_same(entry.counter, counter) || entry.shape != shape)
            entry = {counter, shape, draw()};
        return entry.value;
    }

  private:
    /// At first of no draw: not a number equals no shape.
    struct Entry
    {
        PhiloxWords counter = {};
        double shape = std::numeric_limits<double>::quiet_NaN();
        double value = 0.0;
    };
    static constexpr unsigned bits = 12;

    /// In line, where a comparison of arrays is a call.
    static bool is_same(PhiloxWords const& one, PhiloxWords const& other)
    {
        std::uint32_t differs = 0;
        for (std::size_t k = 0; k < one.size(); ++k) differs |= one[k] ^ other[k];
        return differs == 0;
    }
    static std::size_t place_of(PhiloxWords const& counter)
    {
        constexpr std::array<std::uint64_t, 4> odd = {0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F,
                                                      0x165667B19E3779F9, 0xD6E8FEB86659FD93};
        std::uint64_t sum = 0;
        for (std::size_t k = 0; k < odd.size(); ++k) sum += counter[k] * odd[k];
        return sum >> (64U - bits);
    }

    std::vector<Entry> entries_ = std::vector<Entry>(std::size_t{1} << bits);
};
}  // namespace kochmon
