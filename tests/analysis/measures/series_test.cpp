// SPDX-License-Identifier: MIT
#include "analysis/measures/series.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "analysis/measures/series_csv.hpp"
#include "analysis/text/csv_text.hpp"

#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::StartsWith;

struct MonthTold
{
    Month month = Month::of(2010, 1);
    std::uint32_t replicate = 0;
    bool reported = true;
};

void tell(SeriesRecorder& series, Tally const& tally, MonthTold told)
{
    World const world;
    Population const population;
    series.observe({.month = told.month,
                    .replicate = told.replicate,
                    .reported = told.reported,
                    .weight = 2.5,
                    .tally = tally,
                    .world = world,
                    .population = population,
                    .growth_need = {3.5},
                    .origins = {}});
}

Tally with_workers(std::int64_t foreign, std::int64_t regular)
{
    std::size_t const cell = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);
    Tally tally = kyrgyz_tally();
    tally.count(Count::foreign_workers, cell, foreign);
    tally.count(Count::regular_workers, cell, regular);
    return tally;
}

std::size_t legality_in_russia(SeriesRecorder const& series)
{
    return series.column("regular_share", Breakdown::jurisdiction, "russia");
}

TEST(Series, has_a_row_for_every_value)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell(series, with_workers(8, 3), {});
    std::string const csv = series_csv(series, "baseline");
    EXPECT_THAT(csv, StartsWith("scenario,replicate,month,measure,by,group,value,unit\n"
                                "baseline,0,2010-01,persons,total,total,0,persons\n"));
    EXPECT_THAT(csv, HasSubstr("\nbaseline,0,2010-01,foreign_workers,origin+destination,"
                               "osh+moscow,20,persons\n"));
    EXPECT_THAT(csv, HasSubstr("regular_share,jurisdiction,russia,0.375,share\n"));
    auto const shown =
        std::ranges::count_if(series_columns(*kyrgyz_corridor()),
                              [](SeriesColumn const& column) { return column.shown(Origins()); });
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), shown + 1);
}

TEST(Series, leaves_a_rate_over_nobody_empty)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell(series, {}, {});
    EXPECT_THAT(series_csv(series, "baseline"),
                HasSubstr("\nbaseline,0,2010-01,regular_share,total,total,,share\n"));
}

TEST(Series, leaves_the_warm_up_out)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell(series, {}, {.reported = false});
    EXPECT_EQ(series.months(), 0U);
    EXPECT_EQ(series.replicates(), 0U);
}

TEST(Series, spreads_over_replicates_that_have_a_value)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    Month const january = Month::of(2010, 1);
    tell(series, with_workers(4, 1), {january, 0});
    tell(series, with_workers(4, 4), {january + 1, 0});
    tell(series, with_workers(4, 3), {january, 1});
    tell(series, with_workers(0, 0), {january + 1, 1});
    EXPECT_EQ(series.months(), 2U);
    EXPECT_EQ(series.replicates(), 2U);
    Spread const first = series.spread(legality_in_russia(series), 0).value();
    EXPECT_EQ(first.mean, 0.5);
    EXPECT_EQ(first.low, 0.25);
    EXPECT_EQ(first.high, 0.75);
    EXPECT_EQ(series.spread(legality_in_russia(series), 1).value().mean, 1.0);
}

TEST(Series, has_no_spread_without_values)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    tell(series, {}, {});
    EXPECT_FALSE(series.spread(legality_in_russia(series), 0));
}

TEST(CsvText, quotes_what_needs_it)
{
    EXPECT_EQ(csv_cell("plain"), "plain");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"so\""), "\"say \"\"so\"\"\"");
    EXPECT_EQ(csv_row({"a", "", "b,c"}), "a,,\"b,c\"\n");
}

TEST(CsvText, is_no_formula)
{
    for (std::string const text : {"=1+1", "+1", "-1", "@A1"})
        EXPECT_EQ(csv_cell(text), "'" + text);
}

TEST(CsvText, numbers_read_back_the_same)
{
    EXPECT_EQ(csv_number(0.1), "0.1");
    EXPECT_EQ(csv_number(1.0 / 3.0), "0.3333333333333333");
    EXPECT_EQ(csv_number(5'000'000), "5000000");
    EXPECT_EQ(csv_number(123'456'789'012.0), "123456789012");
}
}  // namespace
}  // namespace kochmon
