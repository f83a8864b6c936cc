// SPDX-License-Identifier: MIT
#include "analysis/figures/observed.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/targets/world_observed.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ObservedFile file()
{
    return tests::observed(tests::row_of_stock("A", "month: 2010-06") +
                           tests::row_of_stock("B", "growth: [2010-01, 2010-12]") +
                           tests::row_of_flow("C", "months: [2010-01, 2010-11]"));
}

ModelledPast two_years()
{
    ModelledPast past(file());
    tests::live_two_years(past);
    return past;
}
}  // namespace

// Months of a stock, whole years of a flow in their middle; an observation in the middle of its
// months, eleven of them ending in November.
TEST(ObservedFigure, has_the_points_of_both)
{
    std::string const csv = observed_figure_csv(file(), two_years());
    EXPECT_THAT(csv,
                AllOf(StartsWith("panel,measure,in,series,period,time,value,low,high\n"
                                 "a,foreign_workers,russia,modelled,2010-01,2010.0833,300,200,"
                                 "400\n"),
                      HasSubstr("\na,foreign_workers,russia,observed,2010-06,2010.5000,200,100,"
                                "300\n"),
                      HasSubstr("\nb,naturalizations,russia,modelled,2010,2010.5000,558,372,"
                                "744\n"),
                      HasSubstr("\nb,naturalizations,russia,modelled,2011,2011.5000,"),
                      HasSubstr("\nb,naturalizations,russia,observed,2010-01 to 2010-11,2010.4583,"
                                "20,10,30\n"),
                      Not(HasSubstr("\nc,"))));
}

TEST(ObservedFigure, has_a_panel_a_measure)
{
    Figure const figure =
        figure_of_observed(observed_figure_csv(file(), two_years()),
                           {.scenario = "history", .replicates = 2}, *kyrgyz_corridor());
    EXPECT_EQ(figure.title, "What was observed beside the model, scenario history");
    EXPECT_THAT(figure.note, HasSubstr("mean of 2 replicates"));
    ASSERT_EQ(figure.panels.size(), 2U);
    EXPECT_EQ(figure.panels[0].title, "Foreign workers, Russia, month end");
    EXPECT_EQ(figure.panels[1].title, "Naturalizations, Russia, a year");
    EXPECT_EQ(figure.panels[1].up.title, "Thousand persons");
    EXPECT_EQ(figure.panels[1].layers.size(), 3U);
}
}  // namespace kochmon
