// SPDX-License-Identifier: MIT
#include "config/table_key.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
std::size_t steps(Span span)
{
    return static_cast<std::size_t>(span.last - span.first) + 1;
}

KeySpans reach_of(TableDeclared const& declared)
{
    KeySpans reach{};
    for (std::size_t axis = 0; axis < declared.key.axes.size(); ++axis)
        reach[axis] = {
            static_cast<int>(column_of(declared, declared.key.axes[axis].from).range.lowest),
            static_cast<int>(column_of(declared, declared.key.axes[axis].to).range.highest)};
    return reach;
}

std::string text_of(std::string const& axis, Span span)
{
    if (span.first == span.last) return fmt::format("{} {}", axis, span.first);
    return fmt::format("{}s {} to {}", axis, span.first, span.last);
}
}  // namespace

KeyGrid::KeyGrid(KeySpans const& reach) : reach_(reach), rows_(steps(reach[0]) * steps(reach[1])) {}

std::size_t KeyGrid::cell(int outer, int inner) const
{
    return static_cast<std::size_t>(outer - reach_[0].first) * steps(reach_[1]) +
           static_cast<std::size_t>(inner - reach_[1].first);
}

std::optional<std::size_t> KeyGrid::claim(KeySpans const& spans, std::size_t row)
{
    for (int outer = spans[0].first; outer <= spans[0].last; ++outer)
        for (int inner = spans[1].first; inner <= spans[1].last; ++inner)
        {
            std::size_t& holder = rows_[cell(outer, inner)];
            if (holder != 0) return holder - 1;
            holder = row + 1;
        }
    return std::nullopt;
}

std::optional<std::size_t> KeyGrid::row_at(int outer, int inner) const
{
    std::size_t const holder = rows_[cell(outer, inner)];
    return holder == 0 ? std::nullopt : std::optional(holder - 1);
}

std::optional<std::size_t> KeyGrid::row_at(int outer) const
{
    for (int inner = reach_[1].first; inner <= reach_[1].last; ++inner)
        if (auto const row = row_at(outer, inner)) return row;
    return std::nullopt;
}

KeyedRows::KeyedRows(TableDeclared const& declared)
    : declared_(declared), reach_(reach_of(declared))
{
    for (std::string const& name : declared.key.columns)
        columns_.push_back(&column_of(declared, name));
}

std::optional<std::size_t> KeyedRows::add(KeyWords const& words, KeySpans const& spans,
                                          std::size_t row)
{
    return groups_.try_emplace(words, reach_).first->second.claim(spans, row);
}

std::string KeyedRows::label(KeyWords const& words, KeySpans const& spans, std::size_t axes) const
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < words.size(); ++at)
        parts.push_back(columns_[at]->words[words[at]]);
    for (std::size_t axis = 0; axis < axes; ++axis)
        parts.push_back(text_of(declared_.key.axes[axis].name, spans[axis]));
    return listed(parts);
}

ColumnDeclared const& column_of(TableDeclared const& declared, std::string const& name)
{
    auto const found = std::ranges::find(declared.columns, name, &ColumnDeclared::name);
    EXPECT(found != declared.columns.end());
    return *found;
}
}  // namespace kochmon
