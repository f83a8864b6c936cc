// SPDX-License-Identifier: MIT
#include "analysis/sweep/study_tables.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/plain_decimal.hpp"

#include "analysis/sweep/index_tables.hpp"
#include "analysis/sweep/last_values.hpp"
#include "analysis/sweep/response_table.hpp"
#include "analysis/sweep/tornado.hpp"
#include "analysis/sweep/variance_table.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t cells_of_a_row = 8;

/// Values of one row over the replicates of a point.
struct Cell
{
    StudyValue what;
    std::map<std::uint32_t, double> by_replicate = {};
};
/// By row, in the order of the runs.
struct PointValues
{
    std::vector<Cell> cells = {};
    std::map<std::string, std::size_t> at = {};

    void add(StudyValue const& value, std::uint32_t replicate)
    {
        auto const [found, is_new] = at.emplace(value.row(), cells.size());
        if (is_new) cells.push_back({value});
        if (auto const number = nearest_double(value.value); number && !value.value.empty())
            cells[found->second].by_replicate.emplace(replicate, *number);
    }
    Cell const* find(std::string const& row) const
    {
        auto const found = at.find(row);
        return found == at.end() ? nullptr : &cells[found->second];
    }
};

/// Reads the runs point by point and writes what each comes to.
class TableWriter
{
  public:
    TableWriter(Study const& study, StopAsked const& stop_asked)
        : study_(study),
          stop_asked_(stop_asked),
          done_(study.done()),
          last_(study.points().size() - 1, study.plan().replicates)
    {
    }

    StudyTables write()
    {
        write_points();
        PointValues const base = values_of_point(0);
        for (SweepPoint const& point : study_.points())
        {
            PointValues const values = point.number == 0 ? base : values_of_point(point.number);
            write_means(point, values);
            if (point.number > 0 && study_.plan().compares_to_base)
                write_effects(point, values, base);
        }
        for (auto const& [run, reason] : study_.failures())
            if (!done_.contains(run))
                failures_ +=
                    csv_row({fmt::format("{}", run.first), fmt::format("{}", run.second), reason});
        StudyTables tables{{"points.csv", std::move(points_)},
                           {"series.csv", std::move(series_)},
                           {"means.csv", std::move(means_)},
                           {"effects.csv", std::move(effects_)},
                           {"failures.csv", std::move(failures_)}};
        add_analysis(tables);
        return tables;
    }

  private:
    /// Where one factor alone differs from the base a column for each would be nearly empty.
    bool has_one_factor_a_point() const
    {
        return study_.plan().design.kind == DesignKind::one_at_a_time;
    }

    void add_analysis(StudyTables& tables) const
    {
        tables.emplace("variance.csv", variance_csv(last_.rows(), study_.plan().nesting));
        tables.emplace("responses.csv", responses_csv(study_, last_.rows()));
        DesignKind const kind = study_.plan().design.kind;
        if (kind == DesignKind::one_at_a_time)
            tables.emplace("tornado.csv", tornado_csv(study_, last_effects_));
        if (kind == DesignKind::morris)
            tables.emplace("morris.csv", morris_csv(study_, last_.rows()));
        if (kind == DesignKind::grid)
            tables.emplace("main_effects.csv", main_effects_csv(study_, last_.rows()));
        if (kind == DesignKind::saltelli || is_given_data(kind))
            tables.emplace("indices.csv", indices_csv(study_, rows_for_indices()));
    }

    /// Of a grid those with a hole, which main effects do not tell.
    std::vector<LastRow> rows_for_indices() const
    {
        std::vector<LastRow> rows = last_.rows();
        if (study_.plan().design.kind == DesignKind::grid)
            std::erase_if(rows, [](LastRow const& row)
                          { return row.points.whole_points().size() == row.points.points(); });
        return rows;
    }

    void write_points()
    {
        std::vector<std::string> head = {"point", "replicates_done"};
        if (has_one_factor_a_point())
            head.insert(head.end(), {"factor", "value"});
        else
            for (Factor const& factor : study_.plan().factors) head.push_back(factor.name);
        points_ = csv_row(head);
        for (SweepPoint const& point : study_.points())
            if (point.number > 0 || study_.plan().compares_to_base) write_point(point);
    }

    void write_point(SweepPoint const& point)
    {
        std::vector<std::string> cells = {fmt::format("{}", point.number),
                                          fmt::format("{}", replicates_of(point.number).size())};
        if (has_one_factor_a_point())
        {
            auto const factor = factor_moved_by(point);
            cells.push_back(factor ? csv_cell(study_.plan().factors[*factor].name) : "base");
            cells.push_back(factor ? cell_of_value(point.values[*factor]) : "base");
        }
        else
            for (std::string const& value : point.values)
                cells.push_back(value == as_in_base ? "base" : cell_of_value(value));
        points_ += csv_row_of_cells(cells);
    }

    std::vector<std::uint32_t> replicates_of(std::size_t point) const
    {
        std::vector<std::uint32_t> replicates;
        for (auto one = done_.lower_bound({point, 0}); one != done_.end() && one->first == point;
             ++one)
            replicates.push_back(one->second);
        return replicates;
    }

    PointValues values_of_point(std::size_t point)
    {
        heed(stop_asked_);
        PointValues values;
        for (std::uint32_t const replicate : replicates_of(point))
            for (StudyValue const& value : values_of(study_.read({point, replicate})))
            {
                series_ += fmt::format("{},{},{},{},{}\n", point, replicate, cells_before(value),
                                       value.value, csv_cell(value.unit));
                values.add(value, replicate);
                last_.add(point, replicate, value);
            }
        return values;
    }

    NestedSpread spread_of(std::map<std::uint32_t, double> const& values) const
    {
        std::vector<double> numbers;
        std::vector<std::uint32_t> replicates;
        for (auto const& [replicate, number] : values)
        {
            numbers.push_back(number);
            replicates.push_back(replicate);
        }
        Nesting const& nesting = study_.plan().nesting;
        return nested_spread(nested(numbers, replicates, nesting), nesting);
    }

    void write_means(SweepPoint const& point, PointValues const& values)
    {
        for (Cell const& cell : values.cells)
            means_ += fmt::format(
                "{},{},{},{},{}\n", point.number, cells_before(cell.what), cell.by_replicate.size(),
                cell.by_replicate.empty() ? ",," : cells_of_interval(spread_of(cell.by_replicate)),
                csv_cell(cell.what.unit));
    }

    /// Point less base, replicate by replicate.
    void write_effects(SweepPoint const& point, PointValues const& values, PointValues const& base)
    {
        std::string const last = values.cells.empty() ? "" : values.cells.back().what.month;
        for (Cell const& cell : values.cells)
        {
            Cell const* const of_base = base.find(cell.what.row());
            if (of_base == nullptr) continue;
            std::map<std::uint32_t, double> differences;
            double sum_of_base = 0.0;
            for (auto const& [replicate, number] : cell.by_replicate)
                if (auto const other = of_base->by_replicate.find(replicate);
                    other != of_base->by_replicate.end())
                {
                    differences.emplace(replicate, number - other->second);
                    sum_of_base += other->second;
                }
            if (differences.empty()) continue;
            PointEffect const effect{.point = point.number,
                                     .what = cell.what,
                                     .replicates = differences.size(),
                                     .base = sum_of_base / static_cast<double>(differences.size()),
                                     .difference = spread_of(differences)};
            effects_ += row_of(effect);
            if (cell.what.month == last) last_effects_.push_back(effect);
        }
    }

    static std::string row_of(PointEffect const& effect)
    {
        return fmt::format("{},{},{},{},{},{}\n", effect.point, cells_before(effect.what),
                           effect.replicates, csv_number(effect.base),
                           cells_of_interval(effect.difference), csv_cell(effect.what.unit));
    }

    /// Of a plan that was read, so a number with its unit, a word or a list: no formula.
    static std::string cell_of_value(std::string const& value)
    {
        return value.starts_with('-') ? value : csv_cell(value);
    }

    static std::string cells_before(StudyValue const& what)
    {
        return fmt::format("{},{},{},{}", csv_cell(what.month), csv_cell(what.measure),
                           csv_cell(what.by), csv_cell(what.group));
    }

    Study const& study_;
    StopAsked const& stop_asked_;
    std::set<RunNumber> done_;
    LastValues last_;
    std::vector<PointEffect> last_effects_;  // of the last month
    std::string points_;
    std::string series_ = "point,replicate,month,measure,by,group,value,unit\n";
    std::string means_ = "point,month,measure,by,group,replicates,mean,low_90,high_90,unit\n";
    std::string effects_ =
        "point,month,measure,by,group,replicates,base,difference,low_90,high_90,unit\n";
    std::string failures_ = "point,replicate,reason\n";
};
}  // namespace

std::vector<StudyValue> values_of(SweepRun const& run)
{
    std::vector<StudyValue> values;
    std::istringstream lines(run.rows);
    std::string line;
    std::getline(lines, line);  // the header
    while (std::getline(lines, line))
    {
        std::vector<std::string> cells = csv_cells(line);
        if (cells.size() != cells_of_a_row)
            throw FileError(fmt::format("{}: a row of {} cells, expected {}",
                                        path_of_run(run.point, run.replicate), cells.size(),
                                        cells_of_a_row));
        values.push_back({cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]});
    }
    return values;
}

StudyTables tables_of(Study const& study, StopAsked const& stop_asked)
{
    return TableWriter(study, stop_asked).write();
}
}  // namespace kochmon
