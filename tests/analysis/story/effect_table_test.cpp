// SPDX-License-Identifier: MIT
#include "analysis/story/effect_table.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/story/series_table.hpp"
#include "analysis/story/told_measures.hpp"

namespace kochmon
{
namespace
{
char const rows_of_effects[] =
    "policy,month,measure,by,group,unit,replicates,base,with_policy,difference,low90,high90,"
    "direct\n"
    "fee,2010-01,abroad,total,total,persons,2,10,10,0,,,\n"
    "fee,2010-01,removals,total,total,persons/month,2,3,3,0,0,0,0\n"
    "fee,2010-02,abroad,total,total,persons,2,11,9,-2,-3,-1,-1.5\n"
    "fee,2010-02,abroad,origin,osh,persons,2,6,5,-1,-2,0,\n"
    "tax,2010-02,abroad,total,total,persons,2,11,12,1,0,2,1\n";

TEST(EffectTable, finds_the_rows_of_a_measure_in_a_group)
{
    EffectTable const table(rows_of_effects);
    std::vector<EffectRow> const rows = table.rows({"abroad"});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].month, "2010-01");
    EXPECT_TRUE(std::isnan(rows[0].low_90));
    EXPECT_EQ(rows[1].difference, -2.0);
    EXPECT_EQ(rows[1].direct, -1.5);
    EXPECT_TRUE(std::isnan(rows[1].unpaired_low_90));  // no such column
    EXPECT_EQ(policies_of(rows), (std::vector<std::string>{"fee", "tax"}));
    EXPECT_EQ(last_effect(rows, "fee")->with_policy, 9.0);
    EXPECT_EQ(first_effect(rows, "fee"), "2010-02");
    EXPECT_EQ(first_effect(rows, "none"), std::nullopt);
    EXPECT_EQ(table.rows({"abroad", "origin", "osh"}).size(), 1U);
    EXPECT_TRUE(table.rows({"departures"}).empty());
    EXPECT_EQ(table.rows_in_all_groups("abroad").size(), 4U);
}

TEST(EffectTable, of_other_columns_is_refused)
{
    EXPECT_THROW(EffectTable("a,b\n1,2\n"), FileError);
}

TEST(SeriesTable, tells_mean_and_range_over_replicates)
{
    SeriesTable const table(
        "scenario,replicate,month,measure,by,group,value,unit\n"
        "b,0,2010-01,abroad,total,total,10,persons\n"
        "b,0,2010-01,abroad,origin,osh,4,persons\n"
        "b,0,2010-02,abroad,total,total,20,persons\n"
        "b,0,2010-02,abroad,origin,osh,5,persons\n"
        "b,1,2010-01,abroad,total,total,13,persons\n"
        "b,1,2010-02,abroad,total,total,,persons\n");
    std::vector<MonthValue> const values = table.values({"abroad"});
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].mean, 11.5);
    EXPECT_EQ(values[0].lowest, 10.0);
    EXPECT_EQ(values[0].highest, 13.0);
    EXPECT_EQ(values[0].replicates, 2);
    EXPECT_EQ(values[1].replicates, 1);  // an empty value is none
    std::vector<RowKey> const groups = table.groups("abroad");
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[1].group, "osh");
    EXPECT_EQ(table.unit("abroad"), "persons");
    EXPECT_EQ(table.unit("departures"), "");
}

TEST(NumbersInWords, have_three_digits_and_a_sign)
{
    EXPECT_EQ(in_words(0.0), "0");
    EXPECT_EQ(in_words(0.126), "0.13");
    EXPECT_EQ(in_words(12.34), "12.3");
    EXPECT_EQ(in_words(-1234.5), "-1234");
    EXPECT_EQ(signed_words(3.0), "+3.00");
    EXPECT_EQ(signed_words(0.0), "0");
}
}  // namespace
}  // namespace kochmon
