// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/diagnostics.hpp"
#include "config/files.hpp"

namespace kochmon
{
struct Cell
{
    std::string text;
    FilePlace place;
};

/// A CSV file: a header, then rows just as wide. Cells with commas stand in quotes, "" in them
/// means ", and no cell runs over a line.
struct CsvText
{
    std::vector<Cell> header;
    std::vector<std::vector<Cell>> rows;

    std::optional<std::size_t> column(std::string const& name) const;
    std::vector<std::string> names() const;
};

constexpr std::size_t largest_csv = 16 * 1024 * 1024;  // bytes

/// Reports under `path` what is no CSV, and returns nothing then.
std::optional<CsvText> parse_csv(TextFile const& file, std::string const& path,
                                 Diagnostics& diagnostics);
}  // namespace kochmon
