// SPDX-License-Identifier: MIT
#include "analysis/text/csv_text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
std::string csv_cell(std::string_view text)
{
    std::string cell(text);
    if (!cell.empty() &&
        std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos)
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

std::string csv_row_of_cells(std::vector<std::string> const& cells)
{
    return fmt::format("{}\n", fmt::join(cells, ","));
}

std::vector<std::string> csv_cells(std::string_view row)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t at = 0; at < row.size(); ++at)
    {
        bool const doubled = quoted && row.substr(at, 2) == "\"\"";
        if (row[at] == '"' && !doubled)
            quoted = !quoted;
        else if (row[at] == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += row[at];
        if (doubled) ++at;
    }
    return cells;
}

std::string csv_number(double number)
{
    return std::isnan(number) ? std::string() : fmt::format("{}", number);
}

std::string csv_number(std::optional<double> const& number)
{
    return number ? csv_number(*number) : std::string();
}
}  // namespace kochmon
