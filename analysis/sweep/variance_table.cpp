// SPDX-License-Identifier: MIT
#include "analysis/sweep/variance_table.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/statistics/variance_split.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
/// Levels told together stand at the wider one, as in other tables.
std::string cells_of_split(VarianceSplit split)
{
    if (split.is_population_told_with_luck)
    {
        std::swap(split.population, split.luck);
        std::swap(split.population_by_point, split.luck_by_point);
    }
    std::string cells =
        fmt::format("{},{},{}", split.points, split.replicates, csv_number(std::sqrt(split.all)));
    for (double const part : {split.parameters, split.population, split.luck,
                              split.population_by_point, split.luck_by_point})
        cells += fmt::format(",{}", split.all > 0.0 ? csv_number(part / split.all) : "");
    return cells + (split.is_population_told_with_luck ? ",population and luck" : ",");
}
}  // namespace

std::string variance_csv(std::vector<LastRow> const& rows, Nesting const& nesting)
{
    std::string csv =
        "month,measure,by,group,points,replicates,standard_deviation,parameters_share,"
        "population_share,luck_share,population_by_point_share,luck_by_point_share,told_together,"
        "unit\n";
    for (LastRow const& row : rows)
    {
        auto split = variance_split(row.points, nesting);
        if (split && split->all <= row.points.least_variance()) split->all = 0.0;
        csv += fmt::format("{},{},{}\n", row.what.row(),
                           split ? cells_of_split(*split)
                                 : fmt::format("{},{},,,,,,,", row.points.whole_points().size(),
                                               row.points.replicates()),
                           csv_cell(row.what.unit));
    }
    return csv;
}
}  // namespace kochmon
