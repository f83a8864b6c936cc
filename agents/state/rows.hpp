// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace kochmon
{
// Passes over the rows of a tile in which most rows have no part. Conditions are bytes, 0 or 1, and
// loops so plain that compilers make vectors of them.

// The same passes for processors with vectors of 32 bytes: whole numbers alone, so that the answer
// is the same.
#if defined(__x86_64__)
#define KOCHMON_INLINE __attribute__((always_inline))
template <class Pass>
__attribute__((target("avx2"))) void in_wide_vectors(Pass pass)
{
    pass();
}
template <class Pass>
void in_vectors(Pass pass)
{
    if (__builtin_cpu_supports("avx2")) return in_wide_vectors(pass);
    pass();
}
#else
#define KOCHMON_INLINE
template <class Pass>
void in_vectors(Pass pass)
{
    pass();
}
#endif

constexpr std::uint8_t mark(bool holds)
{
    return holds ? 1 : 0;
}

/// Rows `first` to `last` (excluded).
struct RowSpan
{
    std::size_t first = 0;
    std::size_t last = 0;
};

/// How many rows hold a condition. A byte holds the count of a block of rows.
template <class Holds>
std::int64_t count_rows(RowSpan const& rows, Holds const& holds)
{
    constexpr std::size_t block = 240;
    std::int64_t sum = 0;
    in_vectors(
        [&]() KOCHMON_INLINE
        {
            for (std::size_t first = rows.first; first < rows.last; first += block)
            {
                std::size_t const last = std::min(rows.last, first + block);
                std::uint8_t count = 0;
                for (std::size_t row = first; row < last; ++row)
                    count = static_cast<std::uint8_t>(count + holds(row));
                sum += count;
            }
        });
    return sum;
}

/// Rows that are marked, to be visited in order.
class Marks
{
  public:
    /// Marks the rows that hold a condition; those not marked any more are forgotten.
    template <class Holds>
    void mark(RowSpan const& rows, Holds const& holds)
    {
        rows_ = rows;
        bytes_.resize(rows.last - rows.first + word);
        std::uint8_t* const bytes = bytes_.data();
        std::size_t const first = rows.first;
        std::size_t const many = rows.last - first;
        in_vectors(
            [=]() KOCHMON_INLINE
            {
                for (std::size_t k = 0; k < many; ++k) bytes[k] = holds(first + k);
            });
        std::fill_n(bytes + many, word, std::uint8_t{0});
    }
    /// Marks further rows.
    template <class Holds>
    void mark_also(Holds const& holds)
    {
        std::uint8_t* const bytes = bytes_.data();
        std::size_t const first = rows_.first;
        std::size_t const many = rows_.last - first;
        in_vectors(
            [=]() KOCHMON_INLINE
            {
                for (std::size_t k = 0; k < many; ++k)
                    bytes[k] = static_cast<std::uint8_t>(bytes[k] | holds(first + k));
            });
    }
    template <class Visit>
    void for_each(Visit const& visit) const
    {
        std::size_t const many = rows_.last - rows_.first;
        for (std::size_t k = 0; k < many; k += word)
        {
            std::uint64_t marks = 0;
            std::memcpy(&marks, bytes_.data() + k, word);
            for (; marks != 0; marks &= marks - 1)
                visit(rows_.first + k + static_cast<std::size_t>(std::countr_zero(marks)) / 8);
        }
    }

  private:
    static constexpr std::size_t word = sizeof(std::uint64_t);
    static_assert(std::endian::native == std::endian::little, "the first row is in the first byte");

    RowSpan rows_;
    std::vector<std::uint8_t> bytes_;
};
}  // namespace kochmon
