// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/page/page.hpp"
#include "analysis/story/told_measures.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
/// A sweep as its tables hold it (docs/sweep.md).
class Swept
{
  public:
    /// Throws FileError where the folder holds no study, or one without tables.
    Swept(std::filesystem::path folder, Words const& words);

    Words const& words() const { return words_; }
    std::filesystem::path const& folder() const { return folder_; }
    Json const& account() const { return account_; }
    /// The headline measures of which the tables hold the last month.
    std::vector<ToldMeasure> const& measures() const { return measures_; }
    std::string const& last_month() const { return last_month_; }
    bool holds(std::string const& table) const;
    /// Rows of a table in `tables/`; `part` as of CsvTable.
    CsvTable table(std::string const& name, std::string const& part = {}) const;
    /// The same of the last month and that measure, in its group.
    CsvTable of_measure(std::string const& name, ToldMeasure const& measure) const;

  private:
    std::filesystem::path folder_;
    Words const& words_;
    Json account_;
    std::vector<ToldMeasure> measures_;
    std::string last_month_;
};

/// What the runs hang on, with charts for the design that the sweep has; its points.
void tell_sweep(Page& page, Swept const& told);
/// The charts of one measure: tornado, indices or main effects, heat map, responses, fan.
std::vector<Chart> charts_of(Swept const& told, ToldMeasure const& measure);
}  // namespace kochmon
