// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace kochmon
{
/// Asks for the memory of a value that will be looked at soon; a wish, of which no result depends.
inline void prefetch(std::span<std::byte const> bytes)
{
    constexpr std::size_t line = 64;
    for (std::size_t at = 0; at < bytes.size(); at += line) __builtin_prefetch(&bytes[at]);
}
/// The same of rows `first` to `last` (excluded) of a column.
template <class Column>
void prefetch(Column const& column, std::size_t first, std::size_t last)
{
    prefetch(std::as_bytes(std::span(column).subspan(first, last - first)));
}
}  // namespace kochmon
