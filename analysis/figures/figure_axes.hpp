// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/figures/figure.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
/// Both axes of a panel with ends that hold every number of its layers, and about so many round
/// tics as have room on `wide` by `high` millimetres.
struct PanelAxes
{
    FigureAxis across;
    FigureAxis up;
};
PanelAxes axes_of_panel(FigurePanel const& panel, CsvTable const& table, double wide, double high);

/// The cells of a column in the rows of a layer, in order; NaN where there is no number.
std::vector<double> numbers_of(FigureLayer const& layer, std::string const& column,
                               CsvTable const& table);
}  // namespace kochmon
