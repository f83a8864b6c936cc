// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/month.hpp"

namespace kochmon
{
/// A cell of a table that is not what it was.
struct TableDifference
{
    std::string file;
    std::optional<Month> month = {};  // nothing: the row is of no month
    std::optional<std::uint32_t> replicate = {};
    /// Column and cell of what tells this row from others: measure, by, group and so on.
    std::vector<std::pair<std::string, std::string>> row = {};
    std::string column = {};               // empty: the whole row
    std::optional<std::string> then = {};  // nothing: there is no such row
    std::optional<std::string> now = {};
};

/// The columns of a table that has other ones than it had, or in another order.
struct ColumnsDifference
{
    std::string file;
    std::vector<std::string> then = {};
    std::vector<std::string> now = {};
};

/// Nothing if the columns are the same, or if it is no table.
std::optional<ColumnsDifference> columns_difference(std::string const& file,
                                                    std::string const& then,
                                                    std::string const& now);
/// The first difference of two texts of one table, in time, then by replicate, then in the order of
/// rows; what is of no month comes last. Each text is read by its own header: only columns that
/// both have are compared. Nothing if these are the same.
std::optional<TableDifference> first_difference(std::string const& file, std::string const& then,
                                                std::string const& now);
/// Whether `one` comes before `other` in time.
bool comes_before(TableDifference const& one, TableDifference const& other);
}  // namespace kochmon
