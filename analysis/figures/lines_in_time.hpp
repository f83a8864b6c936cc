// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/figures/figure.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/measures/series.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/statistics/nesting.hpp"

namespace kochmon
{
/// A measure of a run through time: its mean and, over replicates, its range.
struct TimeLine
{
    std::string measure;  // each once in a figure: columns of its CSV bear its name
    Breakdown by;         // total, or jurisdiction: of the main one
    double scale;
    std::string label;  // in the legend; empty: not in it
    unsigned colour;
    Stroke stroke;
};

/// Lines that share an axis.
struct TimePanel
{
    std::string title;
    std::string unit;
    bool from_nought;
    std::vector<TimeLine> lines;
};

/// Panels drawn as `figures/NAME.svg` and `.pdf` from `NAME.csv` by `NAME.gp`.
struct TimeFigure
{
    std::string name;
    std::string title;
    std::vector<TimePanel> panels;
};

/// What a figure tells of the run that it shows.
struct FigureOfRun
{
    std::string scenario;
    std::uint32_t replicates = 1;
    Nesting nesting = {};
    FigureDates dates = {};
};

/// Numbers of the figure: a row a month, mean, smallest and largest over replicates.
std::string csv_of(TimeFigure const& figure, SeriesRecorder const& series);
/// How the numbers of such a CSV are drawn.
Figure figure_of(TimeFigure const& figure, std::string const& csv, FigureOfRun const& run);
/// Writes numbers and script, and draws them.
Drawing draw(TimeFigure const& figure, OutputFolder& folder, SeriesRecorder const& series,
             FigureOfRun const& run);
}  // namespace kochmon
