// SPDX-License-Identifier: MIT
#include "analysis/odd/model_tables.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "agents/month.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

/// Rows below the head.
std::size_t rows_below_head(std::string const& table)
{
    return static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) - 2;
}
}  // namespace

TEST(ScheduleTable, tells_the_steps_of_the_month_in_their_order)
{
    std::string const table = schedule_table(month_story().steps());
    std::vector<std::string> const labels = month_story().labels();
    EXPECT_EQ(rows_below_head(table), labels.size());
    std::size_t at = 0;
    for (std::string const& label : labels)
    {
        at = table.find(" | " + label + " | ", at);
        ASSERT_NE(at, std::string::npos) << label;
    }
}

TEST(ScheduleTable, takes_in_a_step_that_is_added)
{
    MonthSchedule month = month_story();
    month.persons(
        "rest", [](Society const&, Piece&) {}, "Whoever is tired");
    std::size_t const number = month.labels().size();
    EXPECT_THAT(
        schedule_table(month.steps()),
        HasSubstr("| " + std::to_string(number) + " | persons | rest | Whoever is tired |\n"));
}

TEST(DecisionPointTable, tells_every_decision_point_with_its_block)
{
    std::string const table = decision_point_table(decision_points());
    EXPECT_EQ(rows_below_head(table), decision_points().size());
    for (DecisionPointDescription const& point : decision_points())
        EXPECT_THAT(table, HasSubstr("| " + std::to_string(block(point.point)) + " | `" +
                                     std::string(point.name) + "` | "));
}

TEST(DecisionPointTable, takes_in_one_that_is_added)
{
    auto const points = decision_points();
    std::vector<DecisionPointDescription> more(points.begin(), points.end());
    more.push_back(
        {DecisionPoint{40'000}, "weather", "Whether it rains", DrawMonth::january, "index: place"});
    std::string const table = decision_point_table(more);
    EXPECT_EQ(rows_below_head(table), points.size() + 1);
    EXPECT_THAT(table,
                HasSubstr("| 40000 | `weather` | Whether it rains | January | index: place |"));
}

TEST(MeasureTable, tells_every_measure_with_definition_and_unit)
{
    std::string const table = measure_table(*kyrgyz_corridor(), measures());
    EXPECT_EQ(rows_below_head(table), measures().size());
    for (Measure const& measure : measures())
        EXPECT_THAT(table, HasSubstr("| `" + measure.name + "` | " + name(measure.kind) + " | " +
                                     measure.definition + " | "));
}

TEST(MeasureTable, takes_in_one_that_is_added)
{
    std::vector<Measure> more = measures();
    Measure added;
    added.name = "sunny_share";
    added.kind = MeasureKind::rate;
    added.unit = "share";
    added.definition = "Sunny months of all";
    added.numerator = "sunny_months";
    added.denominator = "months";
    more.push_back(added);
    std::string const table = measure_table(*kyrgyz_corridor(), more);
    EXPECT_EQ(rows_below_head(table), more.size());
    EXPECT_THAT(table, HasSubstr("| `sunny_share` | rate | Sunny months of all | `sunny_months` | "
                                 "`months` | share |\n"));
}

TEST(TargetTable, tells_value_band_and_source_where_a_file_gives_them)
{
    Target fee;
    fee.id = "C5";
    fee.definition = defined(target_kinds().front(), "", {}, Corridor());
    fee.value = 0.25;
    fee.band = Bounds{0.125, 1.0};
    fee.source = "F8";
    Target bare = fee;
    bare.id = "C6";
    bare.value.reset();
    bare.band.reset();
    bare.source.clear();
    std::string const table = target_table(std::vector{fee, bare});
    EXPECT_EQ(rows_below_head(table), 2U);
    EXPECT_THAT(table, HasSubstr("| C5 | persons abroad over all there, person-months | share | 48 "
                                 "| 1 | 0.25 | 0.125 to 1 | F8 |\n"));
    EXPECT_THAT(table, HasSubstr("| C6 | persons abroad over all there, person-months | share | 48 "
                                 "| 1 |  |  |  |\n"));
}

TEST(ShockTable, tells_a_row_for_every_answer)
{
    ShockTest shock;
    shock.what = "rain";
    shock.answers = {
        {.name = "wet", .measure = "puddles", .over = "months_abroad", .in = "russia", .band = {}},
        {.name = "share",
         .measure = "umbrellas",
         .where = {},
         .in = "total",
         .month = 12,
         .change = ShockAnswer::Change::difference,
         .band = Bounds{-0.5, -0.25}}};
    std::string const table = shock_table(std::vector{shock});
    EXPECT_THAT(table, HasSubstr("| rain | wet | `puddles` over `months_abroad` in Russia | "
                                 "relative | 36 |  |\n"));
    EXPECT_THAT(table,
                HasSubstr("| rain | share | `umbrellas` | difference | 12 | -0.5 to -0.25 |\n"));
}
}  // namespace kochmon
