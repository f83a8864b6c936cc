// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/csv.hpp"
#include "config/declarations.hpp"
#include "config/files.hpp"
#include "config/keyed.hpp"
#include "config/stated_values.hpp"

namespace kochmon
{
/// The rows of `{file, column, unit, source}`: a month from `from` or `year`, a value from the
/// column, and a source from the column `source` or else from the key.
struct SeriesRows
{
    std::vector<DatedValue> values;
    std::vector<FilePlace> months;
};

class SeriesReader
{
  public:
    SeriesReader(Declarations::Parameter const& parameter, Keyed const& keyed,
                 Diagnostics& diagnostics)
        : parameter_(parameter), keyed_(keyed), diagnostics_(diagnostics)
    {
    }
    std::optional<SeriesRows> read(TextFile const& file) const;

  private:
    struct Columns
    {
        std::size_t month = 0;
        bool is_year = false;
        std::size_t value = 0;
        std::optional<std::size_t> source = {};
    };
    std::optional<Columns> columns(CsvText const& csv) const;
    std::optional<Month> month(Cell const& cell, bool is_year) const;
    std::optional<Value> value(Cell const& cell, std::string const& unit) const;
    std::string source(Cell const* cell, std::string const& otherwise) const;

    Declarations::Parameter const& parameter_;
    Keyed const& keyed_;
    Diagnostics& diagnostics_;
};
}  // namespace kochmon
