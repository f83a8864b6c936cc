// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A small summary of a set of persons, each with a hash of the state in which the person is. Of
/// two summaries one can tell at least one person who is in one set alone or in other states,
/// however many there are: an invertible Bloom lookup table (Eppstein, Goodrich, Uyeda and Varghese
/// 2011) in levels. Level 0 takes everybody, each level the eighth part of the persons of the one
/// before, so that in some level only a few differ, which its cells suffice to tell.
///
/// A cell holds sums modulo the largest prime below 2^32 over its persons: of the hash of the
/// state, and of that hash times each half of the key and times a check of the key. What one person
/// alone changes in a cell are multiples of the change in the hash: divided by it they are the key,
/// and the check tells that it was one person alone. In the table of the article the two states
/// would be two entries, and half as many persons could be told by as many cells.
///
/// Sums do not depend on the order of persons. Unsigned integers only: the same bits everywhere.
class Sketch
{
  public:
    static constexpr std::size_t level_count = 6;  // 8^5 x 20 persons and more
    static constexpr std::size_t part_count = 3;   // cells of a level that a person enters
    static constexpr std::size_t part_cells = 8;
    static constexpr std::uint64_t fraction = 8;  // each level takes one in so many of the last

    /// A person in the state that has this hash.
    void add(std::uint64_t key, std::uint64_t state);
    /// The persons of another set, of whom none is in this one.
    void add(Sketch const& other);

    /// 4,608 hexadecimal digits.
    std::string text() const;
    /// Nothing if it is no such text.
    static std::optional<Sketch> of_text(std::string_view text);
    bool operator==(Sketch const& other) const;

  private:
    friend class Peeling;
    struct Cell
    {
        std::uint64_t state = 0;
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        std::uint64_t check = 0;

        void add(Cell const& other)
        {
            state += other.state;
            high += other.high;
            low += other.low;
            check += other.check;
        }
    };
    using Level = std::array<Cell, part_count * part_cells>;
    std::array<Level, level_count> levels_{};
};

/// Who differs between two sets.
struct Differing
{
    std::vector<std::uint64_t> keys;  // those that can be told, in order
    std::uint64_t about = 0;          // how many there are in all
    bool exact = false;               // whether these are all
};
Differing differing_persons(Sketch const& one, Sketch const& other);
}  // namespace kochmon
