// SPDX-License-Identifier: MIT
#include <array>
#include <optional>

#include "analysis/calibrate/implausibility.hpp"
#include "analysis/report/calibration_report.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
using Cells = std::vector<std::string>;

constexpr std::array<char const*, 3> stage_names = {"wave", "search", "around_accepted"};
constexpr std::array<char const*, 3> identified_names = {"pinned", "not identified", "unclear"};

std::string head_of_runs(CalibrationProblem const& problem)
{
    Cells cells = {"run", "stage", "wave", "misfit", "accepted"};
    for (FreeParameter const& one : problem.parameters) cells.push_back(one.path);
    for (TargetAim const& aim : problem.targets)
    {
        cells.push_back(csv_cell(aim.name));
        cells.push_back(csv_cell(aim.name + "_standard_error"));
    }
    return csv_row_of_cells(cells);
}

std::string row_of_run(CalibrationFile const& file, JudgedRun const& one, std::size_t number)
{
    Evaluation const& run = one.run;
    Cells cells = {std::to_string(number), stage_names[static_cast<std::size_t>(run.stage)],
                   std::to_string(run.wave), csv_number(one.misfit),
                   one.is_accepted() ? "yes" : "no"};
    for (double const value : values_at(file.problem, run.point))
        cells.push_back(csv_number(value));
    for (MeasuredTarget const& target : run.measured)
    {
        cells.push_back(csv_number(target.mean));
        cells.push_back(csv_number(target.standard_error));
    }
    return csv_row_of_cells(cells);
}

std::string accepted_csv(CalibrationFile const& file, Calibration const& found)
{
    std::string csv = head_of_runs(file.problem);
    for (std::size_t k = 0; k < found.accepted.runs.size(); ++k)
        csv += row_of_run(file, found.accepted.runs[k], k + 1);
    return csv;
}

std::string parameters_csv(CalibrationFile const& file, Calibration const& found)
{
    std::string csv =
        "parameter,unit,low,high,accepted_low,accepted_high,accepted_5,accepted_95,spread_ratio,"
        "verdict,pinned_by\n";
    auto const low = [](std::optional<Interval> const& one)
    { return one ? std::optional(one->low) : std::nullopt; };
    auto const high = [](std::optional<Interval> const& one)
    { return one ? std::optional(one->high) : std::nullopt; };
    for (std::size_t k = 0; k < found.identification.parameters.size(); ++k)
    {
        FreeParameter const& free = file.problem.parameters[k];
        ParameterIdentification const& one = found.identification.parameters[k];
        csv += csv_row_of_cells(
            {free.path, csv_cell(file.free[k].unit), csv_number(free.low), csv_number(free.high),
             csv_number(low(one.accepted)), csv_number(high(one.accepted)),
             csv_number(low(one.middle_accepted)), csv_number(high(one.middle_accepted)),
             csv_number(one.spread_ratio),
             identified_names[static_cast<std::size_t>(one.identified)],
             one.pinned_by ? csv_cell(file.problem.targets[*one.pinned_by].name) : ""});
    }
    return csv;
}

std::string sensitivities_csv(CalibrationFile const& file, Calibration const& found)
{
    std::string csv = "parameter,target,change,standard_error,main_share,total_share\n";
    for (std::size_t k = 0; k < found.identification.parameters.size(); ++k)
    {
        auto const& targets = found.identification.parameters[k].targets;
        for (std::size_t at = 0; at < targets.size(); ++at)
            csv += csv_row_of_cells(
                {file.problem.parameters[k].path, csv_cell(file.problem.targets[at].name),
                 csv_number(targets[at].change), csv_number(targets[at].standard_error),
                 csv_number(targets[at].main_share), csv_number(targets[at].total_share)});
    }
    return csv;
}

std::string waves_csv(CalibrationFile const& file, Calibration const& found)
{
    std::string csv =
        "wave,runs,fitted,share_left,target,left_out_r2,left_out_error,missing,trusted,ruled_out\n";
    for (std::size_t wave = 0; wave < found.match.waves.size(); ++wave)
    {
        WaveReport const& report = found.match.waves[wave];
        for (std::size_t at = 0; at < report.targets.size(); ++at)
        {
            TargetInWave const& target = report.targets[at];
            csv += csv_row_of_cells(
                {std::to_string(wave + 1), std::to_string(report.run),
                 std::to_string(report.fitted), csv_number(report.share_left),
                 csv_cell(file.problem.targets[at].name), csv_number(target.left_out_r2),
                 csv_number(target.left_out_error), std::to_string(target.missing),
                 target.is_trusted ? "yes" : "no", csv_number(target.ruled_out)});
        }
    }
    return csv;
}
}  // namespace

std::string runs_csv(CalibrationFile const& file, std::vector<Evaluation> const& runs)
{
    std::string csv = head_of_runs(file.problem);
    double const cutoff = file.settings.waves.space.cutoff;
    for (std::size_t k = 0; k < runs.size(); ++k)
        csv += row_of_run(file, judged(file.problem.targets, runs[k], cutoff), k + 1);
    return csv;
}

std::vector<std::pair<std::string, std::string>> calibration_tables(CalibrationFile const& file,
                                                                    Calibration const& found)
{
    return {{"runs.csv", runs_csv(file, found.runs)},
            {"accepted.csv", accepted_csv(file, found)},
            {"parameters.csv", parameters_csv(file, found)},
            {"sensitivities.csv", sensitivities_csv(file, found)},
            {"waves.csv", waves_csv(file, found)}};
}
}  // namespace kochmon
