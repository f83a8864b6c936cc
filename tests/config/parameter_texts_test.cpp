// SPDX-License-Identifier: MIT
#include "config/parameter_texts.hpp"

#include <gtest/gtest.h>

#include "config/resolved.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
/// Four fees, the sources of the middle two alike.
StatedValues four_fees()
{
    Scenario const scenario = sample::load(
        sample::with("    - {from: 2006-07, value: 4_000 RUB, source: S110}\n",
                     "    - {from: 2006-01, value: 5_000 RUB, source: S110}\n"
                     "      - {from: 2006-07, value: 4_000 RUB, source: S110}\n"
                     "      - {from: 2007-01, value: 3_000 RUB, source: assumption}\n"));
    ResolvedScenario const& content = scenario.content();
    return content.stated[content.parameter_at.at("law.permit.fee")];
}
}  // namespace

TEST(ParameterTexts, list_every_dated_value_or_the_first_and_the_last)
{
    EXPECT_EQ(all_values(four_fees()),
              "25000 RUB (2005-01), 5000 RUB (2006-01), 4000 RUB (2006-07), 3000 RUB (2007-01)");
    EXPECT_EQ(short_values(four_fees()), "4 values, 25000 RUB (2005-01) to 3000 RUB (2007-01)");
}

TEST(ParameterTexts, tell_from_when_on_each_source_is_that_of_the_value)
{
    EXPECT_EQ(sources_of(four_fees()), "F3, S110, assumption");
    EXPECT_EQ(sources_by_month(four_fees()), "F3 (2005-01), S110 (2006-01), assumption (2007-01)");
    StatedValues one = four_fees();
    one.values.resize(1);
    EXPECT_EQ(sources_by_month(one), "F3");
}

TEST(ParameterTexts, count_the_rows_of_each_source_of_a_table)
{
    auto const table = [](std::vector<std::string> sources)
    { return Table({{.name = "source", .texts = std::move(sources), .numbers = {}}}); };
    EXPECT_EQ(sources_of(table({"S2", "S1", "S2"})), "S2 (2 rows), S1 (1 row)");
    EXPECT_EQ(sources_of(table({"S2", "S2"})), "S2");
}

TEST(ParameterTexts, an_assumption_may_have_a_reason)
{
    EXPECT_TRUE(is_assumption("assumption"));
    EXPECT_TRUE(is_assumption("assumption: as in Moscow"));
    EXPECT_FALSE(is_assumption("assumptions of F2"));
    EXPECT_FALSE(is_assumption("F2"));
    EXPECT_FALSE(is_assumption("calibration diminishing-nested"));
    EXPECT_TRUE(is_calibrated("calibration diminishing-nested"));
    EXPECT_FALSE(is_calibrated("calibrations of others"));
}
}  // namespace kochmon
