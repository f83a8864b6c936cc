// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/csv_line.hpp"
#include "config/diagnostics.hpp"
#include "config/files.hpp"

namespace kochmon
{
/// A CSV file: a header, then rows just as wide. Cells with commas stand in quotes, "" in them
/// means ", and no cell runs over a line. A byte order mark may begin it, and lines may end as in
/// Windows.
struct CsvText
{
    std::vector<Cell> header;
    std::vector<std::vector<Cell>> rows;
    bool is_whole = true;  // false: lines that are no rows were reported and left out

    std::optional<std::size_t> column(std::string const& name) const;
    std::vector<std::string> names() const;
};

constexpr std::size_t largest_csv = 16 * 1024 * 1024;  // bytes
constexpr std::size_t most_rows = 300'000;
constexpr std::size_t most_columns = 500;

/// Reports under `path` what is no CSV; returns nothing if there is no row or no header to judge
/// by. `names`: columns that the file should have, by which its header is known among titles.
std::optional<CsvText> parse_csv(TextFile const& file, std::string const& path,
                                 std::vector<std::string> const& names, Diagnostics& diagnostics);
}  // namespace kochmon
