// SPDX-License-Identifier: MIT
#include "analysis/statistics/given_data.hpp"

#include <gmock/gmock.h>

#include "analysis/design/unit_designs.hpp"

#include "tests/analysis/statistics/analytic_functions.hpp"

namespace kochmon
{
namespace
{
using analytic::values_at;
using testing::ElementsAre;

std::vector<double> coordinate(std::vector<UnitPoint> const& design, std::size_t factor)
{
    std::vector<double> positions;
    for (UnitPoint const& point : design) positions.push_back(point[factor]);
    return positions;
}
}  // namespace

TEST(ClassesOf, are_alike_in_size_and_keep_equal_positions_together)
{
    std::vector<double> const few = {3.0, 1.0, 3.0, 1.0};
    EXPECT_THAT(classes_of(few), ElementsAre(1U, 0U, 1U, 0U));
    std::vector<double> many;
    for (int k = 0; k < 25; ++k) many.push_back((k * 7) % 25);
    std::vector<int> sizes(5, 0);
    for (std::size_t const one : classes_of(many)) ++sizes[one];
    EXPECT_THAT(sizes, ElementsAre(5, 5, 5, 5, 5));
}

// With 1,024 points in 32 classes an index has a standard deviation near 0.02, of which 0.07 are
// more than three.
TEST(IndexFromGivenData, of_the_ishigami_function_is_the_known_one)
{
    for (auto const& design : {latin_hypercube(1024, 3, 1), scrambled_sobol(1024, 3, 1)})
    {
        DesignValues const values = values_at(design, analytic::ishigami);
        double const first[] = {0.3139, 0.4424, 0.0};
        for (std::size_t k = 0; k < 3; ++k)
        {
            auto const found = index_from_given_data(coordinate(design, k), values);
            ASSERT_TRUE(found);
            EXPECT_EQ(found->classes, 32U);
            EXPECT_NEAR(found->first, first[k], 0.07) << k;
        }
    }
}

// Of 2 x + y: 0.8 and 0.2. 200 intervals of 90 % have a standard deviation of 0.021 of their share.
TEST(IndexFromGivenData, has_an_interval_that_holds_the_truth_nine_times_in_ten)
{
    int held[] = {0, 0};
    for (std::uint32_t trial = 0; trial < 200; ++trial)
    {
        std::vector<UnitPoint> design;
        for (std::size_t k = 0; k < 144; ++k)
            design.push_back(
                {analytic::uniform_draw(trial, 1, k), analytic::uniform_draw(trial, 2, k)});
        DesignValues const values =
            values_at(design, [](UnitPoint const& x) { return 2.0 * x[0] + x[1]; });
        double const truth[] = {0.8, 0.2};
        for (std::size_t k = 0; k < 2; ++k)
        {
            auto const found = index_from_given_data(coordinate(design, k), values);
            ASSERT_TRUE(found);
            held[k] += found->first_nine_in_ten.low <= truth[k] &&
                       truth[k] <= found->first_nine_in_ten.high;
        }
    }
    EXPECT_NEAR(held[0] / 200.0, 0.9, 0.085);
    EXPECT_NEAR(held[1] / 200.0, 0.9, 0.085);
}

// Luck as large as the function's own deviation, in two replicates, halves an index that takes it
// for variance of the function.
TEST(IndexFromGivenData, leaves_luck_out)
{
    auto const design = latin_hypercube(1024, 2, 1);
    DesignValues const exact =
        values_at(design, [](UnitPoint const& x) { return 2.0 * x[0] + x[1]; });
    DesignValues const lucky = analytic::with_luck(exact, 2, std::sqrt(5.0 / 12.0), 1);
    auto const found = index_from_given_data(coordinate(design, 0), lucky);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->first, 0.8, 0.1);
}

TEST(IndexFromGivenData, is_none_for_few_points_and_for_a_factor_or_a_measure_that_stands_still)
{
    auto const design = latin_hypercube(64, 2, 1);
    auto const first = [](UnitPoint const& x) { return x[0]; };
    DesignValues const values = values_at(design, first);
    EXPECT_FALSE(index_from_given_data(std::vector<double>(64, 1.0), values));
    EXPECT_FALSE(index_from_given_data(coordinate(design, 0),
                                       values_at(design, [](UnitPoint const&) { return 0.1; })));
    auto const small = latin_hypercube(15, 2, 1);
    EXPECT_FALSE(index_from_given_data(coordinate(small, 0), values_at(small, first)));
    DesignValues holes = values;
    for (std::size_t point = 0; point < 50; ++point)
        holes.at(point, 0) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(index_from_given_data(coordinate(design, 0), holes));
}
}  // namespace kochmon
