// SPDX-License-Identifier: MIT
#include "config/markdown.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
std::string escaped(std::string const& text)
{
    std::string cell;
    for (char const letter : text) cell += letter == '|' ? std::string("\\|") : std::string{letter};
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
