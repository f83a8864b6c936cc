// SPDX-License-Identifier: MIT
#include "analysis/measures/series_csv.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The months 2010-07 to 2011-12 in which one person naturalizes each month in Moscow, and as many
/// are abroad as months have passed.
void observe_eighteen_months(SeriesRecorder& series, std::uint32_t replicates)
{
    World const world;
    Population const population;
    std::size_t const cell = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate)
        for (int month = 0; month < 18; ++month)
        {
            Tally tally = kyrgyz_tally();
            tally.count(Count::naturalizations, cell, 1 + static_cast<std::int64_t>(replicate));
            tally.count(Count::foreign_workers, cell, month + 1);
            series.observe({.month = Month::of(2010, 7) + month,
                            .replicate = replicate,
                            .reported = true,
                            .weight = 2.0,
                            .tally = tally,
                            .world = world,
                            .population = population,
                            .growth_need = {3.5},
                            .origins = {}});
        }
}

SeriesRecorder eighteen_months(std::uint32_t replicates = 1)
{
    SeriesRecorder series{*kyrgyz_corridor()};
    observe_eighteen_months(series, replicates);
    return series;
}

std::set<std::string> lines_of(std::string const& csv)
{
    std::istringstream text(csv);
    std::set<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.insert(line);
    return lines;
}
}  // namespace

TEST(SeriesCsv, of_chosen_rows_is_a_part_of_the_whole)
{
    SeriesRecorder const series = eighteen_months(2);
    std::set<std::string> const all = lines_of(series_csv(series, "s"));
    for (KeptRows const& kept : {kept_rows(*kyrgyz_corridor(), "naturalizations,foreign_workers",
                                           "total,jurisdiction", {}),
                                 kept_rows(*kyrgyz_corridor(), {}, "sex", "last"),
                                 kept_rows(*kyrgyz_corridor(), "regular_share", {}, {})})
    {
        std::set<std::string> const chosen = lines_of(series_csv(series, "s", kept));
        EXPECT_TRUE(std::ranges::includes(all, chosen)) << told_rows(kept);
        EXPECT_GT(chosen.size(), 2U);
        EXPECT_LT(chosen.size(), all.size() / 4);
    }
    EXPECT_EQ(lines_of(series_csv(series, "s",
                                  kept_rows(*kyrgyz_corridor(), "foreign_workers", "total", {})))
                  .size(),
              1U + 2 * 18);
}

TEST(SeriesCsv, of_what_was_looked_at_alone_is_that_of_everything)
{
    for (std::string const months : {"monthly", "yearly", "last"})
    {
        KeptRows const kept = kept_rows(
            *kyrgyz_corridor(), "foreign_workers,regular_share,naturalizations,naturalization_rate",
            {}, months);
        SeriesRecorder series{*kyrgyz_corridor()};
        series.keep_only(kept.months, Month::of(2011, 12));
        observe_eighteen_months(series, 1);
        std::string const csv = series_csv(series, "s", kept);
        EXPECT_EQ(csv, series_csv(eighteen_months(), "s", kept)) << months;
        EXPECT_THAT(csv, HasSubstr("2011-12,naturalization_rate,total,total,")) << months;
    }
}

// The half of 2010 says that it is one.
TEST(SeriesCsv, of_years_adds_up_what_happens_and_takes_what_is_there_at_the_end)
{
    EXPECT_EQ(series_csv(eighteen_months(2), "s",
                         kept_rows(*kyrgyz_corridor(), "foreign_workers,naturalizations", "total",
                                   "yearly")),
              "scenario,replicate,month,measure,by,group,value,unit\n"
              "s,0,2010-12,foreign_workers,total,total,12,persons\n"
              "s,0,2010-12,naturalizations,total,total,12,persons in 6 months\n"
              "s,0,2011-12,foreign_workers,total,total,36,persons\n"
              "s,0,2011-12,naturalizations,total,total,24,persons/year\n"
              "s,1,2010-12,foreign_workers,total,total,12,persons\n"
              "s,1,2010-12,naturalizations,total,total,24,persons in 6 months\n"
              "s,1,2011-12,foreign_workers,total,total,36,persons\n"
              "s,1,2011-12,naturalizations,total,total,48,persons/year\n");
}

TEST(SeriesCsv, of_the_last_month_is_that_month)
{
    EXPECT_EQ(series_csv(eighteen_months(), "s",
                         kept_rows(*kyrgyz_corridor(), "foreign_workers,naturalizations", "total",
                                   "last")),
              "scenario,replicate,month,measure,by,group,value,unit\n"
              "s,0,2011-12,foreign_workers,total,total,36,persons\n"
              "s,0,2011-12,naturalizations,total,total,2,persons/month\n");
}

TEST(SeriesCsv, explains_the_measures_that_it_keeps)
{
    EXPECT_THAT(
        measures_as_csv(*kyrgyz_corridor(),
                        kept_rows(*kyrgyz_corridor(), "foreign_workers", {}, {})),
        AllOf(HasSubstr("\nforeign_workers,stock,"), Not(HasSubstr("naturalizations,flow"))));
}
}  // namespace kochmon
