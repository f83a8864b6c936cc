// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/figures/figure.hpp"

// Where everything lies on a sheet, in millimetres from its lower left: the same for every program
// that draws.
namespace kochmon
{
inline constexpr double column_width = 85.0;  // of a printed page, millimetres
inline constexpr double page_width = 180.0;

struct SheetText
{
    double x = 0.0;
    double y = 0.0;    // of the middle of its first line
    std::string text;  // line ends where it is broken
};

/// A sample of a layer with its label; without a layer, of the dates of the policy.
struct LegendEntry
{
    double x = 0.0;
    double y = 0.0;  // of the middle
    FigureLayer const* layer = nullptr;
    std::string label;
};
inline constexpr double sample_width = 6.0;
inline constexpr double sample_height = 1.9;

struct PanelPlace
{
    SheetText title;
    std::vector<LegendEntry> legend = {};
    // The cell with the labels of the axes, below title and legend.
    double left = 0.0;
    double right = 0.0;
    double top = 0.0;
    double bottom = 0.0;
    // The frame of the axes themselves.
    double frame_left = 0.0;
    double frame_right = 0.0;
    double frame_bottom = 0.0;
    FigureAxis across;  // with ends and tics, whatever the figure left open
    FigureAxis up;
    bool has_title_across = true;
};

/// Sizes of letters in points.
struct LetterSizes
{
    double title = 9.0;
    double panel = 8.0;
    double text = 7.0;
};

struct FigureLayout
{
    double width = page_width;
    double height = 0.0;
    LetterSizes letters = {};
    SheetText title;
    SheetText note;
    std::vector<LegendEntry> legend = {};
    std::vector<PanelPlace> panels = {};
};

/// How wide a text is, about, in DejaVu Sans of so many points.
double width_of(std::string_view text, double points);
/// Broken into lines of so many millimetres, at spaces, points, dashes and bars.
std::string broken(std::string const& text, double millimetres, double points);
/// Height of that many lines, of a text already broken.
double height_of(std::string const& text, double points);

FigureLayout layout_of(Figure const& figure, double width);
}  // namespace kochmon
