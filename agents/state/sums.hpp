// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "engine/contract.hpp"

namespace kochmon
{
inline void add_to(std::int64_t& sum, std::int64_t more)
{
    sum += more;
}
inline void add_to(std::vector<std::int64_t>& sum, std::vector<std::int64_t> const& more)
{
    EXPECT(sum.size() == more.size());
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += more[k];
}
/// Cell by cell, whatever the dimensions.
template <class Cells, std::size_t size>
void add_to(std::array<Cells, size>& sum, std::array<Cells, size> const& more)
{
    for (std::size_t k = 0; k < size; ++k) add_to(sum[k], more[k]);
}

// Of the first regions alone: arrays by region have room for more than a corridor has.

template <class Cells, std::size_t size>
void clear_first(std::array<Cells, size>& cells, std::size_t first)
{
    std::fill_n(cells.begin(), first, Cells{});
}
template <class Cells, std::size_t size>
void add_first(std::array<Cells, size>& sum, std::array<Cells, size> const& more, std::size_t first)
{
    for (std::size_t k = 0; k < first; ++k) add_to(sum[k], more[k]);
}
}  // namespace kochmon
