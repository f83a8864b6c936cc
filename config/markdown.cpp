// SPDX-License-Identifier: MIT
#include "config/markdown.hpp"

#include <algorithm>

#include "engine/contract.hpp"

#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
// Backquotes that stand alone and in pairs quote what is between them; others a page would pair in
// ways of its own, so all of them are set as letters.
bool quotes_names(std::string const& text)
{
    return text.find("``") == std::string::npos &&
           std::count(text.begin(), text.end(), '`') % 2 == 0;
}

// What begins a tag, a link or an end of the cell is set as a letter; between backquotes, where a
// page shows everything as it stands, a bar alone needs it.
std::string escaped(std::string const& text)
{
    std::string const shown = visible(text);
    bool const has_quotes = quotes_names(shown);
    std::string cell;
    bool is_quoted = false;
    for (char const letter : shown)
    {
        if (letter == '`' && has_quotes) is_quoted = !is_quoted;
        bool const is_markup = letter == '<' || letter == '[' || letter == '&' || letter == '\\' ||
                               (letter == '`' && !has_quotes);
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
