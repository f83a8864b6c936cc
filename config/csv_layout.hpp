// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/diagnostics.hpp"

namespace kochmon
{
/// How a spreadsheet or a statistical office laid a table out: what stands above the header, and
/// what parts the columns.
struct CsvLayout
{
    std::size_t header = 0;  // line, from 0
    char separator = ',';
    bool has_decimal_commas = false;
};

/// Looks for the line that names the columns; `names` are those that the table should have.
CsvLayout layout_of(std::vector<std::string_view> const& lines,
                    std::vector<std::string> const& names);
/// What is told of lines above the header, the first of which is `first`.
Mistake mistake_of_title(CsvLayout const& layout, std::string_view first);
Mistake mistake_of_separator(CsvLayout const& layout);
/// Where a header is first cut, counted in characters.
int column_of_separator(CsvLayout const& layout, std::string_view header);
}  // namespace kochmon
