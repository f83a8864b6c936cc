// SPDX-License-Identifier: MIT
#include "analysis/figures/factor_bars.hpp"

#include <gmock/gmock.h>

#include "analysis/figures/figure_scripts.hpp"
#include "analysis/figures/gnuplot.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

RowInSight persons_abroad()
{
    return {.month = "2011-12",
            .measure = "abroad",
            .by = "total",
            .group = "total",
            .unit = "persons",
            .largest = 90'000.0};
}

StudyTables a_tornado()
{
    return {{"tornado.csv",
             "month,measure,by,group,rank,factor,width,lowest_value,lowest_difference,"
             "lowest_low_90,lowest_high_90,highest_value,highest_difference,highest_low_90,"
             "highest_high_90,unit\n"
             "2011-12,abroad,total,total,1,an.owner's_fee,90000,200 RUB,-50000,-60000,-40000,50 "
             "RUB,40000,30000,50000,persons\n"
             "2011-12,abroad,total,total,2,prices,3000,\"[{from: 2010-01, value: 3}]\",1000,,,"
             "\"[{from: 2010-01, value: 2}]\",3000,,,persons\n"
             "2010-12,abroad,total,total,1,earlier,1,1,1,1,1,2,2,2,2,persons\n"}};
}

/// Whether gnuplot, where it is installed, draws it without a word.
bool is_drawn_by_gnuplot(Figure const& figure)
{
    TestFolder const folder;
    put(folder / (figure.name + ".csv"), figure.csv);
    put(folder / (figure.name + ".gp"),
        gnuplot_script(figure, layout_of(figure, page_width), {"svg", "pdf"}));
    Drawing const drawing = draw(folder.path(), figure.name + ".gp");
    return drawing == Drawing::no_gnuplot ||
           (drawing == Drawing::done &&
            text_of(folder / (figure.name + ".svg")).find("</svg>") != std::string::npos);
}

std::vector<std::string> labels_of(Figure const& figure)
{
    std::vector<std::string> labels;
    for (FigureLayer const& layer : figure.panels.front().layers) labels.push_back(layer.label);
    return labels;
}
}  // namespace

TEST(FigureOfATornado, holds_the_bars_of_the_last_month_in_told_units)
{
    auto const figure = figure_of_tornado(a_tornado(), persons_abroad(), "small");
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->name, "tornado-abroad");
    EXPECT_THAT(figure->csv,
                HasSubstr("rank,label,at,value,low_90,high_90,side\n"
                          "1,an.owner's_fee (200 RUB | 50 RUB),2.19,-50,-60,-40,higher\n"
                          "1,an.owner's_fee (200 RUB | 50 RUB),1.81,40,30,50,lower\n"
                          "2,prices,1.19,1,,,higher\n2,prices,0.81,3,,,lower\n"));
    EXPECT_THAT(figure->csv, Not(HasSubstr("earlier")));
    EXPECT_EQ(figure->panels.front().across.title, "Difference from the base, thousand persons");
    EXPECT_THAT(labels_of(*figure),
                ElementsAre("at the lower value", "at the higher value", "90 % interval"));
    EXPECT_TRUE(is_drawn_by_gnuplot(*figure));
}

TEST(FigureOfATornado, is_none_where_nothing_moves)
{
    StudyTables tables = a_tornado();
    RowInSight row = persons_abroad();
    row.measure = "legality";
    EXPECT_FALSE(figure_of_tornado(tables, row, "small"));
    EXPECT_FALSE(figure_of_tornado({}, persons_abroad(), "small"));
}

TEST(FigureOfIndices, has_totals_where_the_design_tells_them)
{
    std::string const header =
        "month,measure,by,group,rank,factor,first,first_low_90,first_high_90,total,total_low_90,"
        "total_high_90,points,method\n2011-12,abroad,total,total,1,fee,";
    auto const both =
        figure_of_indices({{"indices.csv", header + "0.5,0.4,0.6,0.7,0.6,2.5,80,saltelli\n"}},
                          persons_abroad(), "small");
    ASSERT_TRUE(both);
    EXPECT_THAT(both->csv, HasSubstr("\n1,fee,1.19,first,50,40,60\n1,fee,0.81,total,70,60,250\n"));
    EXPECT_THAT(labels_of(*both), Contains("with all its interactions"));
    EXPECT_THAT(both->panels.front().across.to, testing::Optional(125.0));
    EXPECT_TRUE(is_drawn_by_gnuplot(*both));
    auto const first = figure_of_indices({{"indices.csv", header + "0.5,0.4,0.6,,,,80,given\n"}},
                                         persons_abroad(), "small");
    ASSERT_TRUE(first);
    EXPECT_THAT(labels_of(*first), Not(Contains("with all its interactions")));
    EXPECT_TRUE(is_drawn_by_gnuplot(*first));
    EXPECT_FALSE(figure_of_indices({{"indices.csv", header + ",,,,,,,given data\n"}},
                                   persons_abroad(), "small"));
}

TEST(Shortened, leaves_out_the_middle_of_a_long_text)
{
    EXPECT_EQ(shortened("abcdefghij", 7), "abc…hij");
    EXPECT_EQ(shortened("абвгдежзик", 7), "абв…зик");
    EXPECT_EQ(shortened("abc", 7), "abc");
}
}  // namespace kochmon
