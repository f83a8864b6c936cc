// SPDX-License-Identifier: MIT
#include "config/csv_layout.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/csv_line.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t looked_at = 100;  // lines
constexpr std::array separators{',', ';', '\t', '|'};

/// How many of the names stand in a line whose cells are parted by `separator`.
std::size_t names_in(std::string_view line, char separator, std::vector<std::string> const& names)
{
    std::vector<std::string> const pieces = pieces_of(line, separator);
    return static_cast<std::size_t>(
        std::ranges::count_if(names, [&](std::string const& name)
                              { return std::ranges::find(pieces, name) != pieces.end(); }));
}

std::size_t most_names_in(std::string_view line, std::vector<std::string> const& names)
{
    std::size_t most = 0;
    for (char const separator : separators) most = std::max(most, names_in(line, separator, names));
    return most;
}

/// Two names are no chance; one may be a word of a title.
std::size_t header_of(std::vector<std::string_view> const& lines,
                      std::vector<std::string> const& names)
{
    std::size_t header = 0;
    std::size_t most = 1;
    for (std::size_t line = 0; line < std::min(lines.size(), looked_at); ++line)
    {
        std::size_t const found = most_names_in(lines[line], names);
        if (found <= most) continue;
        most = found;
        header = line;
    }
    return header;
}

char separator_of(std::string_view header)
{
    if (pieces_of(header, ',').size() > 1) return ',';
    for (char const separator : separators)
        if (pieces_of(header, separator).size() > 1) return separator;
    return ',';
}

bool is_decimal_comma(std::string const& piece)
{
    std::size_t const comma = piece.find(',');
    return comma != std::string::npos && piece.size() > 2 &&
           piece.find_first_not_of("-0123456789,") == std::string::npos;
}

bool has_decimal_commas(std::vector<std::string_view> const& lines, CsvLayout const& layout)
{
    std::size_t const end = std::min(lines.size(), layout.header + looked_at);
    for (std::size_t line = layout.header + 1; line < end; ++line)
        if (std::ranges::any_of(pieces_of(lines[line], layout.separator), is_decimal_comma))
            return true;
    return false;
}
}  // namespace

CsvLayout layout_of(std::vector<std::string_view> const& lines,
                    std::vector<std::string> const& names)
{
    CsvLayout layout{.header = header_of(lines, names)};
    if (lines.empty()) return layout;
    layout.separator = separator_of(lines[layout.header]);
    layout.has_decimal_commas = layout.separator != ',' && has_decimal_commas(lines, layout);
    return layout;
}

Mistake mistake_of_title(CsvLayout const& layout, std::string_view first)
{
    std::string const above =
        layout.header == 1 ? "that line" : fmt::format("the {} lines above it", layout.header);
    return {
        fmt::format("{} is above the header, which is line {}", shown(first), layout.header + 1),
        "the header in the first line", fmt::format("leave {} out", above)};
}

Mistake mistake_of_separator(CsvLayout const& layout)
{
    std::string const mark = layout.separator == '\t' ? "tabs" : std::string(1, layout.separator);
    std::string hint = "save the table as CSV with commas";
    if (layout.has_decimal_commas) hint += ", and its numbers with decimal points (1.5, not 1,5)";
    return {"the columns are separated by " + mark, "commas between the columns", hint};
}

int column_of_separator(CsvLayout const& layout, std::string_view header)
{
    std::string_view const before = header.substr(0, header.find(layout.separator));
    auto const begins = [](char letter)
    { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; };
    return 1 + static_cast<int>(std::ranges::count_if(before, begins));
}
}  // namespace kochmon
