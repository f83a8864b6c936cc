// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace kochmon
{
/// A row number that cannot be mistaken for another kind of row number.
/// `struct PersonTag; using PersonId = Id<PersonTag>;`
template <class Tag>
class Id
{
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t row) : row_(static_cast<std::uint32_t>(row)) {}
    constexpr std::size_t row() const { return row_; }
    constexpr auto operator<=>(Id const&) const = default;

  private:
    std::uint32_t row_ = 0;
};
}  // namespace kochmon
