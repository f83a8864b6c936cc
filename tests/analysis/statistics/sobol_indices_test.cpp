// SPDX-License-Identifier: MIT
#include "analysis/statistics/sobol_indices.hpp"

#include <gmock/gmock.h>

#include "analysis/design/unit_designs.hpp"

#include "tests/analysis/statistics/analytic_functions.hpp"

namespace kochmon
{
namespace
{
using analytic::values_at;

/// Rows of independent points, as the bootstrap takes them to be.
std::vector<UnitPoint> independent_rows(std::size_t rows, std::size_t dimensions,
                                        std::uint32_t trial)
{
    std::vector<UnitPoint> design;
    for (std::size_t row = 0; row < rows; ++row)
    {
        UnitPoint a(dimensions), b(dimensions);
        for (std::size_t d = 0; d < dimensions; ++d)
        {
            a[d] = analytic::uniform_draw(trial, 1, row * dimensions + d);
            b[d] = analytic::uniform_draw(trial, 2, row * dimensions + d);
        }
        design.push_back(a);
        design.push_back(b);
        for (std::size_t d = 0; d < dimensions; ++d)
        {
            design.push_back(a);
            design.back()[d] = b[d];
        }
    }
    return design;
}
}  // namespace

// Of 4,096 independent rows estimates would have standard deviations of at most 0.021 (first of the
// second factor); those of a scrambled sequence are smaller, and 0.02 leaves a wide margin.
TEST(SobolIndices, of_the_ishigami_function_are_the_known_ones)
{
    auto const found = sobol_indices(values_at(saltelli(4096, 3, 1), analytic::ishigami), 3);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows, 4096U);
    EXPECT_NEAR(found->variance, 13.8446, 0.1);
    double const first[] = {0.3139, 0.4424, 0.0}, total[] = {0.5576, 0.4424, 0.2437};
    for (std::size_t k = 0; k < 3; ++k)
    {
        EXPECT_NEAR(found->factors[k].first, first[k], 0.02) << k;
        EXPECT_NEAR(found->factors[k].total, total[k], 0.02) << k;
        EXPECT_LT(found->factors[k].first_nine_in_ten.low, found->factors[k].first + 1e-9);
        EXPECT_GT(found->factors[k].first_nine_in_ten.high, found->factors[k].first - 1e-9);
    }
}

TEST(SobolIndices, of_g_functions_are_the_known_ones)
{
    for (std::vector<double> const& a :
         {std::vector<double>{0.0, 1.0, 4.5, 9.0, 99.0, 99.0}, std::vector<double>{0.5, 0.5, 0.5}})
    {
        analytic::GFunction const g{a};
        auto const found = sobol_indices(values_at(saltelli(4096, a.size(), 2), g), a.size());
        ASSERT_TRUE(found);
        for (std::size_t k = 0; k < a.size(); ++k)
        {
            EXPECT_NEAR(found->factors[k].first, g.first(k), 0.02) << k;
            EXPECT_NEAR(found->factors[k].total, g.total(k), 0.02) << k;
        }
    }
}

// 200 intervals of 90 %: their share has a standard deviation of 0.021, and four of them are 0.085.
// Those of a bootstrap that were half as wide would hold 59 %.
TEST(SobolIndices, have_intervals_that_hold_the_truth_nine_times_in_ten)
{
    analytic::GFunction const g{{0.0, 1.0, 4.5}};
    int first = 0, total = 0;
    for (std::uint32_t trial = 0; trial < 200; ++trial)
    {
        auto const found = sobol_indices(values_at(independent_rows(200, 3, trial), g), 3);
        ASSERT_TRUE(found);
        SobolIndex const& one = found->factors[1];
        first +=
            one.first_nine_in_ten.low <= g.first(1) && g.first(1) <= one.first_nine_in_ten.high;
        total +=
            one.total_nine_in_ten.low <= g.total(1) && g.total(1) <= one.total_nine_in_ten.high;
    }
    EXPECT_NEAR(first / 200.0, 0.9, 0.085);
    EXPECT_NEAR(total / 200.0, 0.9, 0.085);
}

// Luck of a point with half of the variance of the function, in four replicates: an eighth of the
// variance of the means. Taken for interaction it would add 0.11 to each total index.
TEST(SobolIndices, leave_luck_out_where_replicates_show_it)
{
    analytic::GFunction const g{{0.0, 1.0, 99.0}};
    DesignValues const exact = values_at(saltelli(2048, 3, 3), g);
    auto const lucky = analytic::with_luck(exact, 4, std::sqrt(g.variance() / 2.0), 5);
    auto const found = sobol_indices(lucky, 3);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->variance, g.variance(), 0.03);
    for (std::size_t k = 0; k < 3; ++k)
    {
        EXPECT_NEAR(found->factors[k].first, g.first(k), 0.04) << k;
        EXPECT_NEAR(found->factors[k].total, g.total(k), 0.04) << k;
    }
}

TEST(SobolIndices, of_a_factor_that_changes_nothing_are_exactly_nought)
{
    auto const found = sobol_indices(
        values_at(saltelli(64, 2, 1), [](UnitPoint const& x) { return 3.0 * x[0]; }), 2);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->factors[1].first, 0.0);
    EXPECT_EQ(found->factors[1].total, 0.0);
    EXPECT_EQ(found->factors[1].total_nine_in_ten.high, 0.0);
}

TEST(SobolIndices, leave_out_rows_of_which_a_run_is_missing)
{
    DesignValues values = values_at(saltelli(512, 3, 1), analytic::ishigami);
    for (std::size_t row = 0; row < 512; row += 4)
        values.at(row * 5 + row % 5, 0) = std::numeric_limits<double>::quiet_NaN();
    auto const found = sobol_indices(values, 3);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows, 384U);
    EXPECT_NEAR(found->factors[0].total, 0.5576, 0.1);
}

TEST(SobolIndices, are_none_where_nothing_varies_or_rows_are_few)
{
    auto const constant = [](UnitPoint const&) { return 0.1; };
    EXPECT_FALSE(sobol_indices(values_at(saltelli(64, 2, 1), constant), 2));
    EXPECT_FALSE(sobol_indices(values_at(saltelli(4, 3, 1), analytic::ishigami), 3));
}

// Luck with three times the variance of the function in two replicates: 0.6 of what means differ
// by.
TEST(SobolIndices, are_none_where_luck_hides_them)
{
    DesignValues const exact = values_at(saltelli(256, 3, 1), analytic::ishigami);
    EXPECT_FALSE(sobol_indices(analytic::with_luck(exact, 2, std::sqrt(3.0 * 13.8446), 1), 3));
    EXPECT_TRUE(sobol_indices(analytic::with_luck(exact, 2, std::sqrt(13.8446), 1), 3));
}
}  // namespace kochmon
