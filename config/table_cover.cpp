// SPDX-License-Identifier: MIT
#include "config/table_cover.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
std::string expected_of(AxisDeclared const& axis)
{
    return axis.cover == Cover::from_zero
               ? fmt::format("every {} from 0 to the last", axis.name)
               : fmt::format("every {} between the first and the last", axis.name);
}
}  // namespace

bool CoverReader::is_pardoned(KeyWords const& words) const
{
    return !words.empty() && pardoned_.contains(words.front());
}

std::vector<int> CoverReader::used_steps(KeyGrid const& grid) const
{
    std::vector<int> used;
    for (int outer = rows_.reach()[0].first; outer <= rows_.reach()[0].last; ++outer)
        if (grid.row_at(outer)) used.push_back(outer);
    return used;
}

std::vector<CoverReader::Gap> CoverReader::outer_gaps(KeyGrid const& grid) const
{
    std::vector<Gap> gaps;
    std::vector<int> const used = used_steps(grid);
    for (std::size_t at = 1; at < used.size(); ++at)
        if (used[at] > used[at - 1] + 1)
            gaps.push_back({{Span{used[at - 1] + 1, used[at] - 1}, {}}, *grid.row_at(used[at])});
    return gaps;
}

std::vector<CoverReader::Gap> CoverReader::inner_gaps(KeyGrid const& grid, int outer) const
{
    Span const reach = rows_.reach()[1];
    std::vector<Gap> gaps;
    std::optional<int> last;
    if (declared_.key.axes[1].cover == Cover::from_zero) last = -1;
    for (int inner = reach.first; inner <= reach.last; ++inner)
    {
        auto const row = grid.row_at(outer, inner);
        if (!row) continue;
        if (last && inner > *last + 1)
            gaps.push_back({{Span{outer, outer}, Span{*last + 1, inner - 1}}, *row, 2});
        last = inner;
    }
    return gaps;
}

std::vector<CoverReader::Gap> CoverReader::inner_gaps(KeyGrid const& grid) const
{
    std::vector<Gap> gaps;
    std::optional<int> before;
    for (int const outer : used_steps(grid))
    {
        for (Gap const& gap : inner_gaps(grid, outer)) join(gap, before, gaps);
        before = outer;
    }
    return gaps;
}

/// A gap goes on if the step used before had the same.
void CoverReader::join(Gap const& gap, std::optional<int> before, std::vector<Gap>& gaps)
{
    auto const open = std::ranges::find_if(
        gaps, [&](Gap const& earlier)
        { return earlier.spans[1] == gap.spans[1] && before == earlier.spans[0].last; });
    if (open == gaps.end())
        gaps.push_back(gap);
    else
        open->spans[0].last = gap.spans[0].last;
}

KeyGap CoverReader::told(KeyWords const& words, Gap const& gap, std::string const& expected) const
{
    return {
        gap.row,
        {"no row for " + rows_.label(words, gap.spans, gap.axes), expected, "add what is missing"}};
}

bool CoverReader::may_stand(std::size_t word, KeyWords const& wider) const
{
    ColumnDeclared const& last = rows_.column(wider.size());
    if (last.belongs.owners.empty()) return true;
    for (std::size_t at = 0; at < wider.size(); ++at)
    {
        ColumnDeclared const& column = rows_.column(at);
        if (column.name == last.belongs.column)
            return last.belongs.owners[word] == column.words[wider[at]];
    }
    return true;
}

/// The steps at which others have a row and this word has none.
std::vector<CoverReader::Gap> CoverReader::missing_beside(KeyGrid const* grid,
                                                          Grids const& others) const
{
    std::vector<Gap> gaps;
    bool goes_on = false;
    for (int outer = rows_.reach()[0].first; outer <= rows_.reach()[0].last; ++outer)
    {
        auto const beside = std::ranges::find_if(
            others, [&](auto const& other) { return other.second->row_at(outer).has_value(); });
        if (beside == others.end()) continue;
        bool const is_missing = grid == nullptr || !grid->row_at(outer);
        if (is_missing && goes_on)
            gaps.back().spans[0].last = outer;
        else if (is_missing)
            gaps.push_back({{Span{outer, outer}, {}}, *beside->second->row_at(outer)});
        goes_on = is_missing;
    }
    return gaps;
}

std::vector<KeyGap> CoverReader::missing_words() const
{
    std::map<KeyWords, Grids> by_wider;
    for (auto const& [words, grid] : rows_.groups())
        by_wider[KeyWords(words.begin(), std::prev(words.end()))].emplace_back(words.back(), &grid);
    std::vector<KeyGap> gaps;
    for (auto const& [wider, grids] : by_wider)
    {
        ColumnDeclared const& column = rows_.column(wider.size());
        for (std::size_t word = 0; word < column.words.size(); ++word)
        {
            KeyWords words = wider;
            words.push_back(word);
            if (!may_stand(word, wider) || is_pardoned(words)) continue;
            auto const own = rows_.groups().find(words);
            KeyGrid const* const grid = own == rows_.groups().end() ? nullptr : &own->second;
            for (Gap const& gap : missing_beside(grid, grids))
                gaps.push_back(told(words, gap, "each " + column.name + " in every year"));
        }
    }
    return gaps;
}

std::vector<KeyGap> CoverReader::gaps() const
{
    std::vector<KeyGap> gaps;
    if (declared_.key.has_every_word) gaps = missing_words();
    for (auto const& [words, grid] : rows_.groups())
    {
        if (is_pardoned(words)) continue;
        std::vector<AxisDeclared> const& axes = declared_.key.axes;
        if (axes[0].cover != Cover::as_told)
            for (Gap const& gap : outer_gaps(grid))
                gaps.push_back(told(words, gap, expected_of(axes[0])));
        if (axes.size() > 1 && axes[1].cover != Cover::as_told)
            for (Gap const& gap : inner_gaps(grid))
                gaps.push_back(told(words, gap, expected_of(axes[1])));
    }
    return gaps;
}
}  // namespace kochmon
