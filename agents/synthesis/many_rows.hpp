// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>

#include "engine/parallel.hpp"

namespace kochmon
{
/// Calls `visit(row)` once for each row, many rows to a thread; on the thread that asks where there
/// are no workers. What is done to one row must not touch another.
template <class Visit>
void for_each_row(Workers const* workers, std::size_t rows, Visit const& visit)
{
    constexpr std::size_t rows_of_a_piece = std::size_t{1} << 14U;
    std::size_t const pieces = (rows + rows_of_a_piece - 1) / rows_of_a_piece;
    auto const piece = [&](std::size_t k)
    {
        std::size_t const last = std::min(rows, (k + 1) * rows_of_a_piece);
        for (std::size_t row = k * rows_of_a_piece; row < last; ++row) visit(row);
    };
    if (workers != nullptr) return workers->for_each(pieces, piece);
    for (std::size_t k = 0; k < pieces; ++k) piece(k);
}
}  // namespace kochmon
