// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/figures/figure_layout.hpp"
#include "analysis/output/output_folder.hpp"

namespace kochmon
{
enum class Drawing : std::uint8_t
{
    done,
    no_gnuplot,
    failed
};

/// Runs gnuplot on a script that stands in `folder` and draws these formats; what it prints goes to
/// standard error. It has a minute, and a signal that asks for a stop ends it. Pictures are there
/// all or none.
Drawing draw(std::filesystem::path const& folder, std::string const& script,
             std::vector<std::string> const& formats = {"svg", "pdf"});

/// Writes `figures/NAME.csv` and `.gp` into an output folder and runs gnuplot: SVG and PDF, which
/// the folder takes for its own.
Drawing draw_in(OutputFolder& folder, Figure const& figure);
/// The same of one whose CSV and script are there already.
Drawing draw_in(OutputFolder& folder, std::string const& name);
/// Writes and draws it with scripts of matplotlib and ggplot2, at a width in millimetres, in these
/// formats.
struct Sheet
{
    double width = page_width;
    std::vector<std::string> formats = {"svg", "pdf"};
};
Drawing draw_for_print(OutputFolder& folder, Figure const& figure, Sheet const& sheet);
}  // namespace kochmon
