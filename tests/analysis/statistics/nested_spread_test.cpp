// SPDX-License-Identifier: MIT
#include "analysis/statistics/nested_spread.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "engine/random.hpp"

#include "analysis/compare/nested_effect.hpp"
#include "analysis/statistics/student_t.hpp"

namespace kochmon
{
namespace
{
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

double half_width_of(NestedSpread const& spread)
{
    return (spread.nine_in_ten->high - spread.nine_in_ten->low) / 2.0;
}

/// Normal numbers of their own for each set, population and replicate (Box and Muller).
double normal(std::uint32_t trial, std::uint32_t kind, std::uint32_t number)
{
    MonthDraws const draws({trial, kind}, Month(0));
    PhiloxWords const words = draws.words(SubjectKey(number), 1, 0);
    return std::sqrt(-2.0 * std::log(uniform(words[0]))) *
           std::cos(6.283185307179586 * uniform(words[1]));
}

/// Standard deviations of three levels.
struct Truth
{
    double sets;
    double populations;
    double luck;
};

std::vector<NestedValue> drawn_values(std::uint32_t trial, Truth const& truth,
                                      Nesting const& nesting, std::uint32_t replicates)
{
    std::vector<double> values;
    for (std::uint32_t r = 0; r < replicates; ++r)
        values.push_back(truth.sets * normal(trial, 0, nesting.set_of(r)) +
                         truth.populations * normal(trial, 1, nesting.population_of(r)) +
                         truth.luck * normal(trial, 2, r));
    return nested(values, {}, nesting);
}
}  // namespace

// Sizes 2 and 3: means 2 and 7, squares within 2 + 8 = 10 with 3 degrees of freedom, between them
// 2 x 9 + 3 x 4 = 30 with one; k = 5 - (4 + 9) / 5 = 2.4.
TEST(NestedSpread, splits_two_levels_of_unlike_sizes_as_by_hand)
{
    std::vector<NestedValue> const values = {
        {1.0, 0, 0}, {3.0, 0, 0}, {5.0, 0, 1}, {7.0, 0, 1}, {9.0, 0, 1}};
    NestedSpread const spread = nested_spread(values, {.populations = 2});
    EXPECT_DOUBLE_EQ(spread.mean, 5.0);
    ASSERT_EQ(spread.components.size(), 2U);
    EXPECT_THAT(spread.components[0].levels, ElementsAre(Level::population));
    EXPECT_DOUBLE_EQ(spread.components[1].variance, 10.0 / 3.0);
    EXPECT_DOUBLE_EQ(spread.components[0].variance, (30.0 - 10.0 / 3.0) / 2.4);
    // Means weighted by replicates: 2 (4 x 9 / 25 + 9 x 4 / 25).
    EXPECT_NEAR(half_width_of(spread),
                student_t(Confidence::nine_in_ten, 1) * std::sqrt(2.0 * 72.0 / 25.0), 1e-12);
}

// Two sets, each of two populations with two replicates: means of populations 1, 3, 9, 11, of sets
// 2 and 10; luck 1/2 each time, so squares 4 x 1/2, 2 x 4 and 8 x 16.
TEST(NestedSpread, splits_three_levels_as_by_hand)
{
    std::vector<NestedValue> values;
    for (double const luck : {-0.5, 0.5})
    {
        values.push_back({1.0 + luck, 0, 0});
        values.push_back({9.0 + luck, 1, 1});
        values.push_back({3.0 + luck, 0, 2});
        values.push_back({11.0 + luck, 1, 3});
    }
    NestedSpread const spread = nested_spread(values, {.populations = 4, .sets = 2});
    ASSERT_EQ(spread.components.size(), 3U);
    EXPECT_DOUBLE_EQ(spread.components[2].variance, 0.5);
    EXPECT_DOUBLE_EQ(spread.components[1].variance, (8.0 / 2.0 - 0.5) / 2.0);
    EXPECT_DOUBLE_EQ(spread.components[0].variance, (128.0 - 4.0) / 4.0);
    EXPECT_NEAR(*spread.share(spread.components[2]), 0.5 / (0.5 + 1.75 + 31.0), 1e-12);
    EXPECT_EQ(told_shares(spread), "parameters 93 %, population 5 %, luck 2 %");
    // Means of sets have variance 32, and their mean half of it.
    EXPECT_NEAR(half_width_of(spread),
                student_t(Confidence::nine_in_ten, 1) * std::sqrt(32.0 * 1.5), 1e-12);
}

TEST(NestedSpread, tells_levels_together_that_have_the_same_groups)
{
    std::vector<NestedValue> const values =
        nested({1.0, 2.0, 4.0, 3.0}, {}, {.populations = 4, .sets = 2});
    NestedSpread const spread = nested_spread(values, {.populations = 4, .sets = 2});
    ASSERT_EQ(spread.components.size(), 2U);
    EXPECT_THAT(spread.components[1].levels, ElementsAre(Level::population, Level::luck));
    EXPECT_THAT(cells_of_shares(spread), testing::EndsWith(",,population and luck"));
}

TEST(NestedSpread, of_one_population_each_is_that_of_student)
{
    std::vector<double> const values = {3.0, 4.0, 8.0};
    Nesting const own{.populations = 3};
    NestedSpread const spread = nested_spread(nested(values, {}, own), own);
    NestedSpread const shared = nested_spread(nested(values, {}, {}), {});
    // Variance 7.
    double const expected = student_t(Confidence::nine_in_ten, 2) * std::sqrt(7.0 / 3.0);
    EXPECT_NEAR(half_width_of(spread), expected, 1e-12);
    EXPECT_NEAR(half_width_of(shared), expected, 1e-12);
    EXPECT_EQ(told_shares(spread), "population and luck 100 %");
    EXPECT_EQ(told_shares(shared), "luck 100 %");
}

TEST(NestedSpread, has_no_component_below_0)
{
    Nesting const nesting{.populations = 2};
    NestedSpread const spread = nested_spread(nested({0.0, 0.1, 4.0, 4.1}, {}, nesting), nesting);
    EXPECT_EQ(spread.components[0].variance, 0.0);
    EXPECT_EQ(told_shares(spread), "population 0 %, luck 100 %");
}

TEST(NestedSpread, tells_no_interval_where_one_of_a_level_is_seen)
{
    Nesting const nesting{.populations = 2};
    NestedSpread const spread = nested_spread(nested({1.0, 2.0}, {0, 2}, nesting), nesting);
    EXPECT_FALSE(spread.nine_in_ten);
    EXPECT_THAT(spread.components, IsEmpty());
    EXPECT_EQ(spread.mean, 1.5);
}

TEST(NestedSpread, has_no_shares_where_nothing_differs)
{
    NestedSpread const spread = nested_spread(nested({2.0, 2.0}, {}, {}), {});
    EXPECT_EQ(told_shares(spread), "");
    EXPECT_EQ(cells_of_shares(spread), ",,,");
}

// Unlike sizes: 50 replicates on 30 populations under 8 sets. The mean of 400 estimates is known to
// about 4 % of the truth; a wrong coefficient moves it by more.
TEST(NestedSpread, finds_known_components_of_an_unbalanced_design)
{
    constexpr std::uint32_t trials = 400;
    Truth const truth{3.0, 2.0, 1.0};
    Nesting const nesting{.populations = 30, .sets = 8};
    std::array<double, 3> sums{};
    for (std::uint32_t trial = 0; trial < trials; ++trial)
    {
        NestedSpread const spread = nested_spread(drawn_values(trial, truth, nesting, 50), nesting);
        ASSERT_EQ(spread.components.size(), 3U);
        for (std::size_t k = 0; k < 3; ++k) sums[k] += spread.components[k].variance / trials;
    }
    EXPECT_THAT(sums,
                ElementsAre(DoubleNear(9.0, 0.8), DoubleNear(4.0, 0.25), DoubleNear(1.0, 0.06)));
}

namespace
{
/// Of 1000 intervals, those that hold the mean of a set that was not run; without sets, of all.
int holding(Truth const& truth, Nesting const& nesting, std::uint32_t replicates)
{
    int held = 0;
    for (std::uint32_t trial = 0; trial < 1000; ++trial)
    {
        NestedSpread const spread =
            nested_spread(drawn_values(trial, truth, nesting, replicates), nesting);
        double const asked = truth.sets * normal(trial, 0, nesting.sets);
        held += spread.nine_in_ten->low <= asked && asked <= spread.nine_in_ten->high ? 1 : 0;
    }
    return held;
}
}  // namespace

// Binomial: of 1000 intervals of 90 %, 875 to 925 hold the truth but in one case of a hundred.
TEST(NestedSpread, has_intervals_that_hold_what_they_say)
{
    EXPECT_THAT(holding({0.0, 1.0, 1.0}, {.populations = 6}, 18),
                testing::AllOf(testing::Ge(875), testing::Le(925)));
    // What lies within a set is little, and makes nothing wider.
    EXPECT_THAT(holding({2.0, 0.1, 0.1}, {.populations = 16, .sets = 8}, 32),
                testing::AllOf(testing::Ge(875), testing::Le(925)));
}

// With what lies within a set as large or larger, the intervals may be too wide and never too
// narrow.
TEST(NestedSpread, has_intervals_of_sets_that_hold_at_least_what_they_say)
{
    for (double const sets : {2.0, 1.0, 0.5})
        for (Nesting const& nesting :
             {Nesting{.populations = 20, .sets = 10}, Nesting{.populations = 20, .sets = 20},
              Nesting{.populations = 10, .sets = 5}})
            EXPECT_GE(holding({sets, 1.0, 1.0}, nesting, 2 * nesting.populations), 875)
                << sets << ' ' << nesting.sets;
}

TEST(NestedEffect, keeps_pairing_over_replicates_and_widens_the_interval)
{
    PairedSample const sample{
        .base = {10.0, 20.0, 11.0, 21.0}, .policy = {11.0, 24.0, 12.0, 25.0}, .rule_alone = {}};
    PairedEffect const alone = paired_effect(sample);
    NestedEffect const both = nested_effect(sample, {.populations = 2});
    EXPECT_EQ(both.effect.difference, 2.5);
    EXPECT_EQ(both.effect.gain, alone.gain);
    EXPECT_EQ(both.effect.unpaired->low, alone.unpaired->low);
    EXPECT_NEAR(half_width_of(both.spread), student_t(Confidence::nine_in_ten, 1) * 1.5, 1e-9);
    EXPECT_EQ(both.effect.nine_in_ten->low, both.spread.nine_in_ten->low);
    EXPECT_EQ(told_shares(both.spread), "population 100 %, luck 0 %");
}
}  // namespace kochmon
