// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "config/declarations.hpp"
#include "config/files.hpp"
#include "config/layers.hpp"
#include "config/table.hpp"

namespace kochmon
{
/// A table and the text of its file.
struct LoadedTable
{
    Table table;
    std::string text;
};

/// Reads `{file: data/x.csv}` and the table in that file; reports what is wrong with either.
std::optional<LoadedTable> read_table(Declarations::TableAt const& declared, Leaf const& leaf,
                                      Files& files, Diagnostics& diagnostics);
}  // namespace kochmon
