// SPDX-License-Identifier: MIT
#include "analysis/report/factor_sentences.hpp"

#include <gmock/gmock.h>

#include "analysis/report/study_summary.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

RowInSight legality()
{
    return {.month = "2011-12",
            .measure = "legality_by_right",
            .by = "total",
            .group = "total",
            .unit = "share",
            .largest = 0.2};
}

constexpr char of_legality[] = "2011-12,legality_by_right,total,total,";

std::string table(std::string const& columns, std::vector<std::string> const& rows)
{
    std::string csv = "month,measure,by,group," + columns + '\n';
    for (std::string const& row : rows) csv += of_legality + row + '\n';
    return csv;
}
constexpr char header_of_indices[] =
    "rank,factor,first,first_low_90,first_high_90,total,total_low_90,total_high_90,points,method";
constexpr char header_of_tornado[] =
    "rank,factor,width,lowest_value,lowest_difference,lowest_low_90,lowest_high_90,highest_value,"
    "highest_difference,highest_low_90,highest_high_90,unit";
}  // namespace

TEST(FactorSentences, rank_factors_by_their_indices)
{
    auto const sentences = factor_sentences(
        {{"indices.csv",
          table(header_of_indices, {"1,fee,0.62,0.55,0.70,0.7,0.6,0.8,800,saltelli",
                                    "2,checks,0.2,0.1,0.3,0.25,0.2,0.3,800,saltelli",
                                    "3,cash,-0.01,-0.02,0.01,0.001,0,0.02,800,saltelli"})}},
        legality());
    EXPECT_THAT(
        sentences,
        ElementsAre(
            "It depends most on fee: by itself it makes 62 % (90 % interval 55 to 70) of the "
            "variance between points, with all its interactions 70 % (90 % interval 60 to 80).",
            "Then on checks: by itself it makes 20 % (90 % interval 10 to 30), with all "
            "its interactions 25 % (90 % interval 20 to 30).",
            "Nothing is seen to depend on cash (at most 2 %), by the ends of 90 % intervals.",
            "The factors, each by itself, together make 81 %; the other 19 % are interactions, or "
            "what so few points do not show."));
}

TEST(FactorSentences, say_where_nothing_can_be_told)
{
    auto const sentences = factor_sentences(
        {{"indices.csv", table(header_of_indices, {"1,fee,,,,,,,,given data"})}}, legality());
    EXPECT_THAT(sentences, ElementsAre(HasSubstr("cannot be said")));
    EXPECT_THAT(
        factor_sentences({{"main_effects.csv", table("rank,factors,order,share", {})}}, legality()),
        ElementsAre(HasSubstr("cannot be said")));
}

TEST(FactorSentences, say_that_an_interval_is_wide)
{
    auto const sentences = factor_sentences(
        {{"indices.csv", table(header_of_indices, {"1,fee,0.6,0.1,0.9,,,,40,given data"})}},
        legality());
    EXPECT_THAT(sentences, Contains(HasSubstr("wider than 40 %")));
    EXPECT_THAT(sentences, Contains(HasSubstr("or what so few points do not show")));
    EXPECT_THAT(sentences, Each(Not(HasSubstr("with all its interactions"))));
}

// Twenty points for each of five shares, and the interval of one leaves out all that a share can
// be.
TEST(FactorSentences, say_nothing_of_shares_that_cannot_be)
{
    auto const of = [](char const* fee, char const* checks)
    {
        return factor_sentences({{"indices.csv", table(header_of_indices, {fee, checks})}},
                                legality());
    };
    EXPECT_THAT(of("1,fee,1.28,1.13,1.44,1.2,0.9,1.3,100,saltelli",
                   "2,checks,0.1,0,0.2,0.1,0,0.2,100,saltelli"),
                ElementsAre(HasSubstr("the share of fee is estimated at 128 % (90 % interval 113 "
                                      "to 144), and no share is outside 0 to 100 %")));
    EXPECT_THAT(of("1,fee,0.9,0.8,1.1,1,0.9,1.1,100,saltelli",
                   "2,checks,-0.1,-0.16,-0.03,0.1,0,0.2,100,saltelli"),
                ElementsAre(HasSubstr("the share of checks is estimated at -10 %")));
    EXPECT_THAT(of("1,fee,1.02,0.95,1.1,1,0.9,1.1,100,saltelli",
                   "2,checks,-0.01,-0.02,0.01,0.01,0,0.02,100,saltelli"),
                Contains(HasSubstr("It depends most on fee")));
}

TEST(FactorSentences, count_the_factors_that_matter_in_a_tornado)
{
    auto const sentences = factor_sentences(
        {{"tornado.csv",
          table(header_of_tornado, {"1,fee,0.04,2,-0.03,-0.04,-0.02,0.5,0.01,-0.01,0.03,share",
                                    "2,cash,0.004,1,-0.002,-0.01,0.01,3,0.002,-0.01,0.01,share"})}},
        legality());
    EXPECT_THAT(sentences,
                ElementsAre("Of 2 factors 1 moves it by more than 0.5 percentage points.",
                            "It answers most to fee (-3.00 to +1.00) and cash (-0.20 to +0.20), "
                            "percentage points.",
                            HasSubstr("For 1 factor the 90 % interval")));
}

TEST(FactorSentences, tell_elementary_effects_from_luck)
{
    auto const sentences = factor_sentences(
        {{"morris.csv",
          table("rank,factor,effects,mean_absolute,mean_absolute_low_90,mean_absolute_high_90,mean,"
                "mean_low_90,mean_high_90,deviation,deviation_by_luck,unit",
                {"1,fee,10,0.08,0.06,0.1,-0.08,-0.1,-0.06,0.02,0.01,share",
                 "2,cash,10,0.008,0.006,0.01,0.001,-0.01,0.01,0.01,0.01,share"})}},
        legality());
    EXPECT_THAT(sentences,
                ElementsAre("It answers most to fee: over its whole range it moves it by 8.00 (90 "
                            "% interval 6.00 to 10.0) percentage points, always down; this differs "
                            "by place by 2.00, by luck alone 1.00.",
                            "Of cash nothing is seen beyond luck."));
}

TEST(FactorSentences, tell_interactions_of_a_grid)
{
    auto const sentences = factor_sentences(
        {{"main_effects.csv",
          table("rank,factors,order,share,share_low_90,share_high_90,deviation,unit",
                {"1,fee,1,0.7,0.6,0.8,0.05,share", "2,fee x checks,2,0.2,0.1,0.3,0.02,share",
                 "3,checks,1,0.1,0,0.2,0.01,share"})}},
        legality());
    EXPECT_THAT(sentences,
                ElementsAre(AllOf(HasSubstr("most on fee"), HasSubstr("70 % (90 % interval 60 to")),
                            HasSubstr("fee x checks change each other's effect: 20 %"),
                            HasSubstr("Then on checks")));
}

TEST(Wrapped, breaks_lines_between_words)
{
    EXPECT_EQ(wrapped("- one two three", 9, 2), "- one two\n  three\n");
    EXPECT_EQ(wrapped("unbreakable", 4, 2), "unbreakable\n");
    EXPECT_EQ(wrapped("about 58 % of", 9, 0), "about\n58 % of\n");
}
}  // namespace kochmon
