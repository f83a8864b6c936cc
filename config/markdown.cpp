// SPDX-License-Identifier: MIT
#include "config/markdown.hpp"

#include "engine/contract.hpp"

#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
// What begins a tag, a link or an end of the cell is set as a letter; between backquotes, where a
// page shows everything as it stands, a bar alone needs it.
std::string escaped(std::string const& text)
{
    std::string cell;
    bool is_quoted = false;
    for (char const letter : visible(text))
    {
        if (letter == '`') is_quoted = !is_quoted;
        bool const is_markup = letter == '<' || letter == '[' || letter == '&';
        if (letter == '|' || (is_markup && !is_quoted)) cell += '\\';
        cell += letter;
    }
    return cell;
}
}  // namespace

MarkdownTable::MarkdownTable(std::vector<std::string> const& columns) : columns_(columns.size())
{
    add(columns);
    add(std::vector<std::string>(columns_, "---"));
}

void MarkdownTable::add(std::vector<std::string> const& cells)
{
    EXPECT(cells.size() == columns_);
    for (std::string const& cell : cells) text_ += "| " + escaped(cell) + ' ';
    text_ += "|\n";
}

std::string quoted_name(std::string const& name)
{
    return '`' + name + '`';
}
}  // namespace kochmon
