// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What a figure shows, apart from the program that draws it: gnuplot, matplotlib and ggplot2 draw
// the same from it (docs/figures.md).
namespace kochmon
{
// Colours of Okabe and Ito, told apart also by those who see no red or green.
inline constexpr unsigned black = 0x000000, blue = 0x0072B2, sky_blue = 0x56B4E9,
                          vermilion = 0xD55E00, bluish_green = 0x009E73, orange = 0xE69F00,
                          pale_blue = 0x9ECAE1, navy = 0x003B5C, dark_grey = 0x404040;

/// Lines differ in their dashes too, so that they are told apart in grey.
enum class Stroke : std::uint8_t
{
    solid,
    dashed,
    dotted,
    dash_dotted
};

enum class Mark : std::uint8_t
{
    line,           // through (x, y)
    band,           // from `low` to `high` along x
    points,         // at (x, y)
    errors_up,      // points with a bar from `low` to `high` in the direction of y
    errors_across,  // a bar from `low` to `high` in that of x, at y
    bars,           // from 0 to x, lying, at y
    cells           // squares around (x, y), coloured by `value`
};

enum class Dot : std::uint8_t
{
    circle,
    diamond,
    cross
};

/// One thing that is drawn of the rows of the CSV. Columns are named.
struct FigureLayer
{
    Mark mark = Mark::line;
    std::string x = "time";
    std::string y = {};
    std::string low = {};
    std::string high = {};
    std::string value = {};
    std::string label = {};  // in the legend; empty: not in it
    unsigned colour = black;
    Stroke stroke = Stroke::solid;
    double width = 1.1;      // of lines, points
    double strength = 1.0;   // of the colour of bands and bars, 0..1
    double beneath = 0.0;    // that of a wider band on which it lies
    double thickness = 0.6;  // of bars, in units of y
    Dot dot = Dot::circle;
    double size = 2.5;                                           // of dots, points
    std::vector<std::pair<std::string, std::string>> rows = {};  // columns that must read so
};

/// How strong a sample is that looks as the layer does on the band beneath it.
inline double strength_of_sample(FigureLayer const& layer)
{
    return 1.0 - (1.0 - layer.strength) * (1.0 - layer.beneath);
}

/// `permit-fee` as `permit fee`: a name of a file is no title.
std::string in_words(std::string name);
/// With a capital, as titles of axes begin.
std::string with_capital(std::string text);
/// Shortened in its middle to so many characters.
std::string shortened(std::string const& text, std::size_t most);

struct FigureTic
{
    double at = 0.0;
    std::string label;
};

struct FigureAxis
{
    std::string title = {};           // with the unit
    std::optional<double> from = {};  // nothing: as the numbers ask
    std::optional<double> to = {};
    bool holds_nought = false;
    double told_in = 1.0;  // by which labels of its tics are multiplied: 1e-3 for thousands
    bool is_time = false;  // in years
    bool is_logarithmic = false;
    bool is_named = false;             // its tics are names, not numbers
    std::vector<FigureTic> tics = {};  // none: round numbers
};

/// How cells are coloured: from pale to dark, or around white.
struct FigureColours
{
    double from = 0.0;
    double to = 1.0;
    bool is_around_nought = false;
    std::string title = {};
    std::string format = {};  // of the number in a cell, as printf has it; empty: its sign alone
};

struct FigurePanel
{
    std::string title = {};
    FigureAxis across = {};
    FigureAxis up = {};
    std::vector<FigureLayer> layers = {};
    bool has_legend = false;       // below its title; else that of the figure tells of its layers
    bool has_nought_line = false;  // where y is 0
    bool has_nought_upright = false;  // where x is 0
    double rows = 0.0;                // of named bars; the height follows
    std::optional<FigureColours> colours = {};
};

/// Dates of a policy, upright dotted lines through all panels.
struct FigureDates
{
    std::vector<double> at = {};
    std::string label = {};
};

struct Figure
{
    std::string name;  // of its files
    std::string title;
    std::string note = {};  // what the bands are, how often it was run
    std::string csv = {};
    std::vector<FigurePanel> panels = {};
    std::size_t columns = 1;  // of panels, where the sheet is wide
    bool has_legend = true;   // of the layers of all panels, each label once
    FigureDates dates = {};
};
}  // namespace kochmon
