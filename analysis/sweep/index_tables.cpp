// SPDX-License-Identifier: MIT
#include "analysis/sweep/index_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/statistics/elementary_effects.hpp"
#include "analysis/statistics/factorial.hpp"
#include "analysis/statistics/given_data.hpp"
#include "analysis/statistics/sobol_indices.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// A line of a table of factors: by what it is ranked, and its cells.
struct RankedCells
{
    double weight = no_number;  // NaN: last
    std::string cells;
};

/// The heaviest first, each after the row that they speak of and its rank.
std::string ranked_lines(LastRow const& row, std::vector<RankedCells> lines)
{
    std::ranges::stable_sort(lines, std::ranges::greater{},
                             [](RankedCells const& line)
                             { return std::isnan(line.weight) ? -1e300 : line.weight; });
    std::string csv;
    for (std::size_t rank = 0; rank < lines.size(); ++rank)
        csv += fmt::format("{},{},{}\n", row.what.row(), rank + 1, lines[rank].cells);
    return csv;
}

std::string cells_between(Interval const& interval)
{
    return fmt::format("{},{}", csv_number(interval.low), csv_number(interval.high));
}

std::vector<RankedCells> lines_of_saltelli(LastRow const& row, Study const& study)
{
    std::vector<Factor> const& factors = study.plan().factors;
    auto const found =
        sobol_indices(by_population(row.points, study.plan().nesting), factors.size());
    std::vector<RankedCells> lines;
    for (std::size_t k = 0; k < factors.size(); ++k)
    {
        std::string const name = csv_cell(factors[k].name);
        if (!found)
        {
            lines.push_back({no_number, name + ",,,,,,,,saltelli"});
            continue;
        }
        SobolIndex const& one = found->factors[k];
        lines.push_back(
            {one.total, fmt::format("{},{},{},{},{},{},saltelli", name, csv_number(one.first),
                                    cells_between(one.first_nine_in_ten), csv_number(one.total),
                                    cells_between(one.total_nine_in_ten),
                                    found->rows * (factors.size() + 2))});
    }
    return lines;
}

std::vector<RankedCells> lines_of_given_data(LastRow const& row, Study const& study)
{
    std::vector<Factor> const& factors = study.plan().factors;
    DesignValues const values = by_population(row.points, study.plan().nesting);
    std::vector<RankedCells> lines;
    for (std::size_t k = 0; k < factors.size(); ++k)
    {
        std::string const name = csv_cell(factors[k].name);
        auto const found =
            index_from_given_data(positions_of(study.points(), factors[k], k), values);
        if (!found)
            lines.push_back({no_number, name + ",,,,,,,,given data"});
        else
            lines.push_back({found->first, fmt::format("{},{},{},,,,{},given data", name,
                                                       csv_number(found->first),
                                                       cells_between(found->first_nine_in_ten),
                                                       values.whole_points().size())});
    }
    return lines;
}

/// Where a point stands between the first and the last value of each factor, which is its range: of
/// two values, from one to the other is all of it, whatever the step of the design.
UnitPoint places_of(UnitPoint unit, std::vector<Factor> const& factors)
{
    for (std::size_t d = 0; d < unit.size(); ++d)
        if (!factors[d].range) unit[d] = factors[d].place_at(unit[d]);
    return unit;
}

std::vector<RankedCells> lines_of_morris(LastRow const& row, Study const& study,
                                         std::vector<UnitPoint> const& design)
{
    std::vector<Factor> const& factors = study.plan().factors;
    auto const found = elementary_effects(design, by_population(row.points, study.plan().nesting));
    std::vector<RankedCells> lines;
    for (std::size_t k = 0; k < factors.size(); ++k)
    {
        ElementaryEffects const& one = found[k];
        lines.push_back(
            {one.mean_absolute,
             fmt::format("{},{},{},{},{},{},{},{},{}", csv_cell(factors[k].name), one.effects,
                         csv_number(one.mean_absolute),
                         cells_between(one.mean_absolute_nine_in_ten), csv_number(one.mean),
                         cells_between(one.mean_nine_in_ten), csv_number(one.deviation),
                         csv_number(one.deviation_by_luck), csv_cell(row.what.unit))});
    }
    return lines;
}

std::vector<RankedCells> lines_of_grid(LastRow const& row, Study const& study)
{
    std::vector<Factor> const& factors = study.plan().factors;
    std::vector<std::size_t> sizes;
    sizes.reserve(factors.size());
    for (Factor const& factor : factors) sizes.push_back(factor.levels().size());
    auto const found = factorial_effects(sizes, by_population(row.points, study.plan().nesting));
    if (!found) return {};
    std::vector<RankedCells> lines;
    auto const unit = csv_cell(row.what.unit);
    for (FactorialTerm const& term : found->terms)
    {
        std::string name = factors[term.factors.front()].name;
        if (term.factors.size() > 1) name += " x " + factors[term.factors.back()].name;
        lines.push_back(
            {term.share,
             fmt::format("{},{},{},{},{},{}", csv_cell(name), term.factors.size(),
                         csv_number(term.share),
                         term.share_nine_in_ten ? cells_between(*term.share_nine_in_ten) : ",",
                         csv_number(std::sqrt(std::max(0.0, term.variance))), unit)});
    }
    if (factors.size() > 2)
        lines.push_back(
            {no_number,
             fmt::format(
                 "three and more together,3,{},,,{},{}", csv_number(found->share_of_higher),
                 csv_number(std::sqrt(std::max(0.0, found->share_of_higher * found->variance))),
                 unit)});
    return lines;
}
}  // namespace

bool is_given_data(DesignKind kind)
{
    return kind == DesignKind::list || kind == DesignKind::grid ||
           kind == DesignKind::latin_hypercube || kind == DesignKind::sobol;
}

std::string indices_csv(Study const& study, std::vector<LastRow> const& rows)
{
    std::string csv =
        "month,measure,by,group,rank,factor,first,first_low_90,first_high_90,total,total_low_90,"
        "total_high_90,points,method\n";
    bool const is_made_for_it = study.plan().design.kind == DesignKind::saltelli;
    for (LastRow const& row : rows)
        csv += ranked_lines(
            row, is_made_for_it ? lines_of_saltelli(row, study) : lines_of_given_data(row, study));
    return csv;
}

std::string morris_csv(Study const& study, std::vector<LastRow> const& rows)
{
    std::vector<UnitPoint> design;
    design.reserve(study.points().size());
    for (SweepPoint const& point : study.points())
        if (point.number > 0) design.push_back(places_of(point.unit, study.plan().factors));
    std::string csv =
        "month,measure,by,group,rank,factor,effects,mean_absolute,mean_absolute_low_90,"
        "mean_absolute_high_90,mean,mean_low_90,mean_high_90,deviation,deviation_by_luck,unit\n";
    for (LastRow const& row : rows) csv += ranked_lines(row, lines_of_morris(row, study, design));
    return csv;
}

std::string main_effects_csv(Study const& study, std::vector<LastRow> const& rows)
{
    std::string csv =
        "month,measure,by,group,rank,factors,order,share,share_low_90,share_high_90,deviation,"
        "unit\n";
    for (LastRow const& row : rows) csv += ranked_lines(row, lines_of_grid(row, study));
    return csv;
}
}  // namespace kochmon
