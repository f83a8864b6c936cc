// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/table.hpp"

namespace kochmon::tests
{
/// One row of a table of rates: years and ages with both ends, then the rate.
struct RateRow
{
    int year_from;
    int year_to;
    int age_from;
    int age_to;
    double rate;
    std::string sex = "female";
};

/// A table of births (`rates` names the column `births`) or of deaths.
inline Table table_of(std::string const& rates, std::vector<RateRow> const& rows)
{
    std::vector<Table::Column> columns{{"year_from", {}, {}}, {"year_to", {}, {}},
                                       {"age_from", {}, {}},  {"age_to", {}, {}},
                                       {rates, {}, {}},       {"sex", {}, {}}};
    for (RateRow const& row : rows)
    {
        std::vector<double> const numbers{
            static_cast<double>(row.year_from), static_cast<double>(row.year_to),
            static_cast<double>(row.age_from), static_cast<double>(row.age_to), row.rate};
        for (std::size_t column = 0; column < numbers.size(); ++column)
        {
            columns[column].numbers.push_back(numbers[column]);
            columns[column].texts.push_back(std::to_string(numbers[column]));
        }
        columns.back().texts.push_back(row.sex);
    }
    return Table(std::move(columns));
}
}  // namespace kochmon::tests
