// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

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
    Breakdown by;
    std::string group;
    double scale;
    std::string label;  // in the legend; empty: not in it
    std::string style;  // as gnuplot has it, the colour first
};

/// Lines that share an axis. Places are parts of the sheet's height, from below.
struct TimePanel
{
    std::string title;
    std::string unit;
    std::string range;  // of the axis, as gnuplot has it
    double top;
    double bottom;
    double key;  // of the legend; 0: there is none
    std::vector<TimeLine> lines;
};

/// Panel above panel, drawn as `figures/NAME.svg` and `.pdf` from `NAME.csv` by `NAME.gp`.
struct TimeFigure
{
    std::string name;
    int height;  // pixels of a sheet 760 wide; 1,120 fill an upright page
    std::vector<TimePanel> panels;
};

/// Numbers of the figure: a row a month, mean, smallest and largest over replicates.
std::string csv_of(TimeFigure const& figure, SeriesRecorder const& series);
/// The script that draws them.
std::string gnuplot_of(TimeFigure const& figure, SeriesRecorder const& series,
                       std::string const& scenario, Nesting const& nesting = {});
/// Writes numbers and script, and draws them.
Drawing draw(TimeFigure const& figure, OutputFolder& folder, SeriesRecorder const& series,
             std::string const& scenario, Nesting const& nesting = {});
}  // namespace kochmon
