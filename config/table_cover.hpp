// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "config/table_key.hpp"

namespace kochmon
{
/// What no row of a table says though it must, told at a row beside it.
struct KeyGap
{
    std::size_t row = 0;
    Mistake mistake = {};
};

/// Finds what a table leaves out. A gap that several years share is told once.
class CoverReader
{
  public:
    /// `pardoned`: words of the first column of the key of which some rows could not be read.
    CoverReader(TableDeclared const& declared, KeyedRows const& rows,
                std::set<std::size_t> const& pardoned)
        : declared_(declared), rows_(rows), pardoned_(pardoned)
    {
    }
    std::vector<KeyGap> gaps() const;

  private:
    struct Gap
    {
        KeySpans spans;
        std::size_t row = 0;
        std::size_t axes = 1;  // that it is told by
    };
    using Grids = std::vector<std::pair<std::size_t, KeyGrid const*>>;  // by the last word

    bool is_pardoned(KeyWords const& words) const;
    std::vector<int> used_steps(KeyGrid const& grid) const;
    std::vector<Gap> outer_gaps(KeyGrid const& grid) const;
    std::vector<Gap> inner_gaps(KeyGrid const& grid, int outer) const;
    std::vector<Gap> inner_gaps(KeyGrid const& grid) const;
    static void join(Gap const& gap, std::optional<int> before, std::vector<Gap>& gaps);
    std::vector<KeyGap> missing_words() const;
    std::vector<Gap> missing_beside(KeyGrid const* grid, Grids const& others) const;
    bool may_stand(std::size_t word, KeyWords const& wider) const;
    KeyGap told(KeyWords const& words, Gap const& gap, std::string const& expected) const;

    TableDeclared const& declared_;
    KeyedRows const& rows_;
    std::set<std::size_t> const& pardoned_;
};
}  // namespace kochmon
