// SPDX-License-Identifier: MIT
#include "analysis/csv_text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
std::string csv_cell(std::string_view text)
{
    std::string cell(text);
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (char const letter : cell) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    return quoted + '"';
}

std::string csv_row(std::vector<std::string> const& texts)
{
    std::string row;
    for (std::string const& text : texts)
    {
        if (&text != texts.data()) row += ',';
        row += csv_cell(text);
    }
    return row + '\n';
}

std::string csv_number(double number)
{
    return std::isnan(number) ? std::string() : fmt::format("{}", number);
}
}  // namespace kochmon
