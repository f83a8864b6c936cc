// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "config/diagnostics.hpp"
#include "config/range.hpp"
#include "config/table.hpp"

namespace kochmon
{
enum class ColumnKind
{
    word,
    number,
    whole_number
};

/// Words that stand only beside a word of another column: a region beside its country.
struct Belonging
{
    std::string column = {};
    std::vector<std::string> owners = {};  // by word
};

struct ColumnDeclared
{
    std::string name;
    ColumnKind kind = ColumnKind::number;
    std::vector<std::string> words = {};  // those a word may be; none: any
    Range range = {0.0, 1e9};             // of a number
    std::string unit = {};                // of a number, such as births per 1,000 women a year
    Belonging belongs = {};
};

/// What a table may leave out between its rows.
enum class Cover
{
    as_told,   // whatever it likes
    unbroken,  // nothing between the first and the last
    from_zero  // nothing between 0 and the last
};

/// The whole numbers for which a row holds, both ends included.
struct AxisDeclared
{
    std::string name;  // of one of them: year, age
    std::string from;  // the columns of the ends; they may be the same
    std::string to;
    Cover cover = Cover::as_told;
};

/// What tells the rows of a table apart: no two of them agree in all of it.
struct KeyDeclared
{
    std::vector<std::string> columns = {};  // of words, from the widest to the narrowest
    bool has_every_word = false;            // where one word of the last column has a row, all have
    std::vector<AxisDeclared> axes = {};    // one, or a second that runs within the first
};

/// What is wrong with a row, found by the room that knows what the table means.
struct TableFault
{
    std::size_t row = 0;
    std::string column = {};
    Mistake mistake = {};
};

/// A table read from a CSV file that stands beside the scenario. The CSV has these columns, in any
/// order, and a column `source`.
struct TableDeclared
{
    std::string meaning;
    std::vector<ColumnDeclared> columns;
    KeyDeclared key = {};  // without axes: rows are told apart by nothing
    // Whether the table as a whole is within reason; asked once nothing else is wrong with it.
    std::function<std::vector<TableFault>(Table const&)> faults = {};
};
}  // namespace kochmon
