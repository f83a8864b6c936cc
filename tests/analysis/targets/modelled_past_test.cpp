// SPDX-License-Identifier: MIT
#include "analysis/targets/modelled_past.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/targets/world_observed.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::Optional;

ModelledPast two_years_beside(std::string const& rows)
{
    ModelledPast past(tests::observed(rows));
    tests::live_two_years(past);
    return past;
}
}  // namespace

// The first month has 100 agents of two persons each; those elsewhere and of others do not count.
TEST(ModelledPast, tells_a_stock_of_its_month_of_the_first_country_there)
{
    auto const values = two_years_beside(tests::row_of_stock("A", "month: 2010-01") +
                                         tests::row_of_stock("B", "month: 2011-12"))
                            .values();
    EXPECT_THAT(values, ElementsAre(ElementsAre(Optional(200.0), Optional(660.0)),
                                    ElementsAre(Optional(400.0), Optional(1320.0))));
}

// 10, 11, ..., 21 agents a month in 2010: 186 in the year, 165 to November.
TEST(ModelledPast, sums_a_flow_over_its_months)
{
    auto const values = two_years_beside(tests::row_of_flow("A", "year: 2010") +
                                         tests::row_of_flow("B", "months: [2010-01, 2010-11]"))
                            .values();
    EXPECT_THAT(values, ElementsAre(ElementsAre(Optional(372.0), Optional(330.0)),
                                    ElementsAre(Optional(744.0), Optional(660.0))));
}

TEST(ModelledPast, tells_growth_between_two_months)
{
    auto const values =
        two_years_beside(tests::row_of_stock("A", "growth: [2010-01, 2010-11]")).values();
    EXPECT_THAT(values, ElementsAre(ElementsAre(Optional(1.0)), ElementsAre(Optional(1.0))));
}

TEST(ModelledPast, has_no_value_where_a_month_was_not_lived)
{
    auto const values = two_years_beside(tests::row_of_stock("A", "month: 2009-12") +
                                         tests::row_of_stock("B", "month: 2012-01") +
                                         tests::row_of_flow("C", "year: 2012") +
                                         tests::row_of_flow("D", "months: [2011-06, 2012-02]") +
                                         tests::row_of_stock("E", "growth: [2009-01, 2010-01]"))
                            .values();
    for (auto const& replicate : values)
        for (auto const& value : replicate) EXPECT_FALSE(value);
    EXPECT_EQ(values.size(), 2U);
}

TEST(ModelledPast, has_no_growth_from_nothing)
{
    ModelledPast past(tests::observed(tests::row_of_stock("A", "growth: [2010-01, 2010-02]")));
    tests::live_month(past, Month::of(2010, 1), 0, 0);
    tests::live_month(past, Month::of(2010, 2), 0, 10);
    EXPECT_FALSE(past.values()[0][0]);
}

TEST(ModelledPast, holds_each_line_once_and_spreads_it_over_replicates)
{
    ModelledPast const past = two_years_beside(tests::row_of_stock("A", "month: 2010-01") +
                                               tests::row_of_flow("B", "year: 2010") +
                                               tests::row_of_stock("C", "month: 2011-01"));
    ASSERT_EQ(past.lines().size(), 2U);
    EXPECT_EQ(past.lines()[0].text(), "foreign workers, Russia");
    Month const first = Month::of(2010, 1);
    auto const spread = past.spread(0, {ObservedTime::Kind::month_end, first, first});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->mean, 300.0);
    EXPECT_EQ(spread->low, 200.0);
    EXPECT_EQ(spread->high, 400.0);
    EXPECT_FALSE(past.spread(0, {ObservedTime::Kind::month_end, first - 1, first - 1}));
}
}  // namespace kochmon
