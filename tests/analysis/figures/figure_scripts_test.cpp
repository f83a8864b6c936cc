// SPDX-License-Identifier: MIT
#include "analysis/figures/figure_scripts.hpp"

#include <cmath>
#include <cstdlib>
#include <map>

#include <gmock/gmock.h>

#include "config/visible_text.hpp"

#include "analysis/figures/figure_axes.hpp"
#include "analysis/figures/gnuplot.hpp"

#include "tests/analysis/figures/sample_figures.hpp"
#include "tests/analysis/program.hpp"
#include "tests/analysis/text/hostile_labels.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using testing::HasSubstr;

std::vector<std::string> const all_formats = {"svg", "pdf", "png"};

/// What each program is given to draw a figure, by the ending of its file.
std::map<std::string, std::string> scripts_of(Figure const& figure, double width)
{
    FigureLayout const layout = layout_of(figure, width);
    return {{"gp", gnuplot_script(figure, layout, all_formats)},
            {"py", matplotlib_script(figure, layout, all_formats)},
            {"R", ggplot_script(figure, layout, all_formats)}};
}

void put_figure(fs::path const& folder, Figure const& figure, double width)
{
    put(folder / (figure.name + ".csv"), figure.csv);
    for (auto const& [ending, script] : scripts_of(figure, width))
        put(folder / (figure.name + '.' + ending), script);
}

bool is_rare()
{
    return std::getenv("KOCHMON_RARE_CHECKS") != nullptr;
}

/// What a command says on both streams, run in a folder.
std::string said_by(std::string const& command, fs::path const& folder)
{
    fs::path const said = folder / "said.txt";
    std::string const whole =
        fmt::format("cd '{}' && {} >'{}' 2>&1", folder.string(), command, said.string());
    int const status = std::system(whole.c_str());
    return text_of(said) + (status == 0 ? "" : fmt::format("status {}\n", status));
}

/// The first bytes of a picture of each format.
void expect_pictures(fs::path const& folder, std::string const& name)
{
    EXPECT_THAT(text_of(folder / (name + ".svg")), HasSubstr("</svg>"));
    EXPECT_EQ(text_of(folder / (name + ".pdf")).substr(0, 4), "%PDF");
    EXPECT_EQ(text_of(folder / (name + ".png")).substr(1, 3), "PNG");
}

/// The numbers of every line, as the scripts below print them.
std::string lines_of_figure(Figure const& figure)
{
    CsvTable const table(figure.csv);
    std::string told;
    for (FigurePanel const& panel : figure.panels)
        for (FigureLayer const& layer : panel.layers)
        {
            if (layer.mark != Mark::line) continue;
            told += "line";
            for (double const number : numbers_of(layer, layer.y, table))
                if (!std::isnan(number)) told += fmt::format(" {:.6f}", number);
            told += '\n';
        }
    return told;
}

constexpr char lines_of_matplotlib[] = R"PY(
import math, runpy, sys
for axes in runpy.run_path(sys.argv[1])["figure"].axes:
    for line in axes.lines:
        numbers = [y for y in line.get_ydata() if not math.isnan(y)]
        if len(numbers) > 2:
            print("line", *("%.6f" % y for y in numbers))
)PY";

constexpr char lines_of_ggplot[] = R"R(
source(commandArgs(TRUE)[1], chdir = TRUE)
for (panel in panels) {
  data <- ggplot_build(panel)$data
  for (k in seq_along(data)) {
    if (!inherits(panel$layers[[k]]$geom, "GeomLine")) next
    y <- data[[k]]$y
    cat("line", sprintf("%.6f", y[!is.na(y)]), "\n")
  }
}
)R";

std::string without_ends_of_lines(std::string text)
{
    std::string clean;
    for (char const letter : text)
    {
        if (letter == '\n')
            while (clean.ends_with(' ')) clean.pop_back();
        clean += letter;
    }
    return clean;
}
}  // namespace

TEST(FigureScripts, draw_the_same_columns_under_the_same_words)
{
    for (double const width : {column_width, page_width})
    {
        Figure const figure = tests::an_effect();
        for (auto const& [ending, script] : scripts_of(figure, width))
        {
            for (FigurePanel const& panel : figure.panels)
                for (FigureLayer const& layer : panel.layers)
                    for (std::string const& column : {layer.y, layer.low, layer.high})
                        EXPECT_THAT(script, HasSubstr(column)) << ending;
            for (char const* const told :
                 {"mean effect, 90 % interval", "policy begins (2010-01)", "Thousand persons",
                  "Naturalization rate in Russia", "effect-permit-fee.csv", "#D55E00"})
                EXPECT_THAT(script, HasSubstr(told)) << ending;
        }
    }
}

TEST(FigureScripts, name_no_place_but_the_folder_that_they_lie_in)
{
    for (auto const& [ending, script] : scripts_of(tests::an_effect(), page_width))
        EXPECT_EQ(script.find("/tmp"), std::string::npos) << ending;
}

TEST(FigureLayoutOf, a_sheet_lets_nothing_stand_outside_or_upon_something_else)
{
    for (double const width : {column_width, page_width})
    {
        FigureLayout const layout = layout_of(tests::an_effect(), width);
        EXPECT_EQ(layout.panels.size(), 4U);
        double above = layout.height;
        for (PanelPlace const& place : layout.panels)
        {
            EXPECT_GT(place.frame_left, place.left);
            EXPECT_LT(place.frame_right, width);
            EXPECT_GT(place.bottom, 0.0);
            EXPECT_LT(place.top, place.title.y);
            EXPECT_LT(place.title.y, above);
            if (width == column_width) above = place.bottom;
        }
        for (LegendEntry const& entry : layout.legend)
        {
            EXPECT_LT(entry.x + sample_width + 1.0 + width_of(entry.label, layout.letters.text),
                      width);
            EXPECT_LT(entry.y, layout.note.y);
            EXPECT_GT(entry.y, layout.panels.front().title.y);
        }
    }
}

TEST(Broken, keeps_numbers_and_months_whole)
{
    EXPECT_EQ(broken("rules.departure.hurdle (0.75 from 2010-01)", 30.0, 7.0),
              "rules.departure.hurdle\n(0.75 from 2010-01)");
    EXPECT_EQ(broken("short", 1.0, 7.0), "short");
}

TEST(AxesOfAPanel, hold_every_number_and_have_round_tics)
{
    Figure const figure = tests::an_effect();
    CsvTable const table(figure.csv);
    PanelAxes const axes = axes_of_panel(figure.panels.front(), table, 60.0, 40.0);
    EXPECT_LT(*axes.up.from, -1.2);
    EXPECT_GT(*axes.up.to, 0.05 * 35 + 1.2);
    std::vector<std::string> labels;
    for (FigureTic const& tic : axes.up.tics) labels.push_back(tic.label);
    EXPECT_THAT(labels, testing::ElementsAre("-1", "0", "1", "2", "3"));
    labels.clear();
    for (FigureTic const& tic : axes.across.tics) labels.push_back(tic.label);
    EXPECT_THAT(labels, testing::ElementsAre("2010", "2011", "2012", "2013"));
}

TEST(GnuplotScript, draws_every_format_without_a_word)
{
    TestFolder const folder;
    for (double const width : {column_width, page_width})
        for (Figure const& figure :
             {tests::an_effect(), tests::bars_of_labels({"one", "two", "b"})})
        {
            put_figure(folder.path(), figure, width);
            if (draw(folder.path(), figure.name + ".gp", all_formats) == Drawing::no_gnuplot)
                GTEST_SKIP() << "gnuplot is not installed";
            EXPECT_EQ(said_by("gnuplot " + figure.name + ".gp", folder.path()), "");
            expect_pictures(folder.path(), figure.name);
        }
}

// Twelve at a time, all of them under --all.
TEST(GnuplotScript, draws_hostile_labels_as_they_stand)
{
    std::vector<std::string> const labels = tests::hostile_labels();
    std::size_t const step = is_rare() ? 12 : 60;
    for (std::size_t at = 0; at < labels.size(); at += step)
    {
        TestFolder const folder;
        std::vector<std::string> const some(labels.begin() + static_cast<std::ptrdiff_t>(at),
                                            labels.begin() + static_cast<std::ptrdiff_t>(at + 12));
        put_figure(folder.path(), tests::bars_of_labels(some), page_width);
        if (draw(folder.path(), "bars.gp", all_formats) == Drawing::no_gnuplot)
            GTEST_SKIP() << "gnuplot is not installed";
        std::string const svg = text_of(folder / "bars.svg");
        EXPECT_THAT(svg, HasSubstr("</svg>")) << at;
        EXPECT_EQ(svg.find("<script"), std::string::npos);
        EXPECT_EQ(svg.find("<svg onload"), std::string::npos);
        EXPECT_EQ(svg.find('\x1b'), std::string::npos);
        EXPECT_EQ(svg.find("\xE2\x80\xAE"), std::string::npos);
        EXPECT_FALSE(fs::exists(folder / "owned"));
    }
}

TEST(MatplotlibAndGgplot, draw_the_series_of_gnuplot_in_a_copied_folder)
{
    if (!is_rare()) GTEST_SKIP() << "asks for matplotlib and R; set KOCHMON_RARE_CHECKS";
    TestFolder const folder;
    Figure const figure = tests::an_effect();
    put_figure(folder / "first", figure, page_width);
    fs::copy(folder / "first", folder / "copied place");
    fs::remove_all(folder / "first");
    put(folder / "lines.py", lines_of_matplotlib);
    put(folder / "lines.R", lines_of_ggplot);
    fs::path const copied = folder / "copied place";
    std::string const numbers = lines_of_figure(figure);
    EXPECT_EQ(
        said_by("/usr/bin/python3 lines.py 'copied place/effect-permit-fee.py'", folder.path()),
        numbers);
    EXPECT_EQ(without_ends_of_lines(
                  said_by("Rscript lines.R 'copied place/effect-permit-fee.R'", folder.path())),
              numbers);
    for (char const* const command : {"/usr/bin/python3 'copied place/effect-permit-fee.py'",
                                      "Rscript 'copied place/effect-permit-fee.R'"})
    {
        for (std::string const& format : all_formats)
            fs::remove(copied / ("effect-permit-fee." + format));
        EXPECT_EQ(said_by(command, folder.path()), "");
        expect_pictures(copied, "effect-permit-fee");
    }
}

TEST(MatplotlibAndGgplot, draw_hostile_labels_as_they_stand)
{
    if (!is_rare()) GTEST_SKIP() << "asks for matplotlib and R; set KOCHMON_RARE_CHECKS";
    std::vector<std::string> const labels = tests::hostile_labels();
    for (std::size_t at = 0; at < labels.size(); at += 60)
    {
        TestFolder const folder;
        std::vector<std::string> const some(labels.begin() + static_cast<std::ptrdiff_t>(at),
                                            labels.begin() + static_cast<std::ptrdiff_t>(at + 60));
        put_figure(folder.path(), tests::bars_of_labels(some), page_width);
        for (char const* const command : {"/usr/bin/python3 bars.py", "Rscript bars.R"})
        {
            EXPECT_EQ(said_by(command, folder.path()), "") << at;
            expect_pictures(folder.path(), "bars");
            EXPECT_EQ(text_of(folder / "bars.svg").find("<script"), std::string::npos);
            EXPECT_FALSE(fs::exists(folder / "owned"));
            for (std::string const& format : all_formats) fs::remove(folder / ("bars." + format));
        }
    }
}
}  // namespace kochmon
