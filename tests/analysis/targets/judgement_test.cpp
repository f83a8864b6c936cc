// SPDX-License-Identifier: MIT
#include "analysis/targets/judgement.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace kochmon
{
namespace
{
using testing::ElementsAre;

using Values = std::vector<std::optional<double>>;

std::vector<Values> one_by_one(Values const& values)
{
    std::vector<Values> replicates;
    for (auto const& value : values) replicates.push_back({value});
    return replicates;
}

Estimate estimate_of(Values const& values)
{
    return estimate(one_by_one(values), 0);
}

TargetsFile file_of(std::vector<Target> targets)
{
    TargetsFile file;
    file.targets = std::move(targets);
    return file;
}

TargetsFile answering(std::optional<Bounds> band)
{
    TargetsFile file;
    file.shocks = {{.name = "s",
                    .what = "w",
                    .policy = "p.yaml",
                    .answers = {{.name = "a", .measure = "abroad", .band = band}}}};
    return file;
}

JudgedAnswer answer(std::optional<Bounds> band, Values const& values)
{
    return judged_shocks(answering(band), one_by_one(values)).front();
}
}  // namespace

// By hand: 1, 2, 3, 6 have mean 3 and variance 14/3; t of three degrees of freedom at 95 % is
// 2.35336343.
TEST(TargetEstimate, is_the_mean_with_its_interval)
{
    Estimate const found = estimate_of({1.0, 2.0, 3.0, 6.0});
    EXPECT_EQ(found.mean, 3.0);
    double const half = 2.35336343 * std::sqrt(14.0 / 3.0 / 4.0);
    EXPECT_NEAR(found.nine_in_ten->low, 3.0 - half, 1e-7);
    EXPECT_NEAR(found.nine_in_ten->high, 3.0 + half, 1e-7);
    EXPECT_THAT(found.values, ElementsAre(1.0, 2.0, 3.0, 6.0));
}

TEST(TargetEstimate, is_of_the_replicates_that_have_a_value)
{
    Estimate const found = estimate_of({1.0, std::nullopt, 2.0});
    EXPECT_EQ(found.mean, 1.5);
    EXPECT_NEAR(found.nine_in_ten->high, 1.5 + 6.31375151 * 0.5, 1e-6);
    EXPECT_EQ(found.values.size(), 3U);
    EXPECT_FALSE(estimate_of({std::nullopt, 4.0}).nine_in_ten) << "one value has no interval";
    EXPECT_FALSE(estimate_of({std::nullopt}).mean);
    EXPECT_FALSE(estimate({}, 0).mean);
}

TEST(TargetEstimate, is_of_the_value_asked_for)
{
    EXPECT_EQ(estimate(std::vector<Values>{{1.0, 10.0}, {3.0, 20.0}}, 1).mean, 15.0);
}

TEST(TargetVerdict, is_by_the_mean_with_the_ends_of_the_band_inside)
{
    Bounds const band{1.0, 2.0};
    EXPECT_EQ(verdict(estimate_of({1.0}), band), Verdict::inside);
    EXPECT_EQ(verdict(estimate_of({2.0}), band), Verdict::inside);
    EXPECT_EQ(verdict(estimate_of({2.000001}), band), Verdict::outside);
    EXPECT_EQ(verdict(estimate_of({0.999999}), band), Verdict::outside);
    EXPECT_EQ(verdict(estimate_of({0.0, 3.0}), band), Verdict::inside);
    EXPECT_EQ(verdict(estimate_of({std::nullopt}), band), Verdict::no_value);
    EXPECT_EQ(verdict(estimate_of({5.0}), std::nullopt), Verdict::none);
    EXPECT_EQ(verdict(estimate_of({std::nullopt}), std::nullopt), Verdict::none);
    EXPECT_EQ(name(Verdict::inside), "inside");
    EXPECT_EQ(name(Verdict::outside), "outside");
    EXPECT_EQ(name(Verdict::none), "");
    EXPECT_EQ(name(Verdict::no_value), "no value");
}

TEST(TargetVerdict, is_given_to_each_target_by_its_own_values)
{
    TargetsFile const file =
        file_of({{.id = "C1", .what = "", .band = Bounds{0.0, 1.0}, .source = ""},
                 {.id = "C2", .what = "", .band = Bounds{0.0, 1.0}, .source = ""}});
    auto const targets = judged(file, std::vector<Values>{{0.5, 7.0}, {0.7, 9.0}});
    ASSERT_EQ(targets.size(), 2U);
    EXPECT_EQ(targets[0].verdict, Verdict::inside);
    EXPECT_EQ(targets[1].verdict, Verdict::outside);
    EXPECT_EQ(targets[1].target.id, "C2");
    EXPECT_EQ(targets[1].estimate.mean, 8.0);
}

// C4 has three lines of which one is outside; C13_early has no band; C3 could not be measured.
TEST(TargetCount, takes_several_lines_of_one_target_together)
{
    auto const judged_as = [](std::string const& id, Verdict verdict)
    {
        return JudgedTarget{
            .target = {.id = id, .what = "", .source = ""}, .estimate = {}, .verdict = verdict};
    };
    TargetCount const count =
        count_of({judged_as("C16", Verdict::inside), judged_as("C4_russia", Verdict::inside),
                  judged_as("C4_kazakhstan", Verdict::outside),
                  judged_as("C4_other", Verdict::inside), judged_as("C13", Verdict::inside),
                  judged_as("C13_early", Verdict::none), judged_as("C3", Verdict::no_value),
                  judged_as("C16_legality", Verdict::inside), judged_as("C5", Verdict::none)});
    EXPECT_THAT(count.inside, ElementsAre("C16", "C13"));
    EXPECT_THAT(count.outside, ElementsAre("C4", "C3"));
}

TEST(ShockSign, is_asked_of_every_replicate)
{
    JudgedAnswer const falls = answer(Bounds{-0.2, -0.1}, {-0.3, 0.1, -0.01});
    EXPECT_EQ(falls.right_signs, 2U);
    EXPECT_FALSE(falls.sign_holds());
    JudgedAnswer const rises = answer(Bounds{0.1, 0.2}, {0.3, 0.1});
    EXPECT_EQ(rises.right_signs, 2U);
    EXPECT_TRUE(rises.sign_holds());
    EXPECT_FALSE(answer(Bounds{0.1, 0.2}, {0.0}).sign_holds()) << "0 has no sign";
    EXPECT_FALSE(answer(Bounds{0.1, 0.2}, {0.1, std::nullopt}).sign_holds());
}

TEST(ShockSign, is_asked_only_where_the_band_says_on_which_side)
{
    EXPECT_TRUE(answer(Bounds{0.1, 0.2}, {0.1}).answer.has_sign());
    EXPECT_TRUE(answer(Bounds{-0.2, -0.1}, {0.1}).answer.has_sign());
    EXPECT_FALSE(answer(Bounds{-0.1, 0.0}, {0.1}).answer.has_sign());
    EXPECT_FALSE(answer(Bounds{0.0, 0.0}, {0.1}).answer.has_sign());
    EXPECT_FALSE(answer(Bounds{-0.1, 0.1}, {0.1}).answer.has_sign());
    EXPECT_FALSE(answer(std::nullopt, {0.1}).answer.has_sign());
}

TEST(ShockVerdict, is_given_to_answers_of_all_shocks_in_their_order)
{
    TargetsFile file = answering(Bounds{0.0, 1.0});
    file.shocks.push_back(file.shocks[0]);
    file.shocks[1].name = "t";
    file.shocks[1].answers.insert(file.shocks[1].answers.begin(),
                                  ShockAnswer{.name = "b", .measure = "abroad"});
    auto const answers = judged_shocks(file, std::vector<Values>{{2.0, 5.0, 0.5}});
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[0].verdict, Verdict::outside);
    EXPECT_EQ(answers[1].shock + answers[1].answer.name, "tb");
    EXPECT_EQ(answers[1].verdict, Verdict::none);
    EXPECT_EQ(answers[2].estimate.mean, 0.5);
    EXPECT_EQ(answers[2].verdict, Verdict::inside);
}
}  // namespace kochmon
