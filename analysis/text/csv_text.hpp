// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A text as a CSV cell (RFC 4180). Spreadsheets take a text that begins with = + - @ for a
/// formula and would run it, so an apostrophe goes before.
std::string csv_cell(std::string_view text);
/// Texts as one row with its line end.
std::string csv_row(std::vector<std::string> const& texts);
/// The same of cells that are safe as they are: numbers, names of ours, texts that `csv_cell` has
/// seen.
std::string csv_row_of_cells(std::vector<std::string> const& cells);
/// The cells of a row without its line end, as `csv_row` or any other program writes it.
std::vector<std::string> csv_cells(std::string_view row);
/// Shortest decimal text that reads back as the same number; empty for none (NaN).
std::string csv_number(double number);
std::string csv_number(std::optional<double> const& number);
}  // namespace kochmon
