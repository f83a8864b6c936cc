// SPDX-License-Identifier: MIT
#include "config/idle_shocks.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "config/explain.hpp"

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

/// Of a policy over the baseline, 2010-01 to 2019-12 after a warm-up from 2005.
Scenario policy_with(std::string const& shocks)
{
    std::filesystem::path const file =
        std::filesystem::path(testing::TempDir()) /
        ("kochmon-" + std::to_string(getpid()) + "-idle-policy.yaml");
    std::ofstream(file) << "schema: 1\nscenario: policy\nbase: baseline.yaml\nshocks:\n" << shocks;
    Overrides overrides;
    overrides.base = KOCHMON_SOURCE "/config/baseline.yaml";
    Scenario scenario = load_model(file.string(), overrides);
    std::filesystem::remove(file);
    return scenario;
}

std::vector<std::string> idle(std::string const& shocks)
{
    return idle_shocks(policy_with(shocks));
}

TEST(IdleShocks, are_none_where_each_does_what_it_says)
{
    EXPECT_THAT(
        idle("  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2012-03}\n"
             "  - {lever: population.fertility, scale: 0.5, from: 2012-01}\n"
             "  - {lever: population.fertility, scale: 0.5, from: 2014-01, until: 2015-01}"),
        IsEmpty());
}

TEST(IdleShocks, after_the_end_reach_no_month)
{
    EXPECT_THAT(
        idle("  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2031-01}"),
        ElementsAre(AllOf(HasSubstr("policy.yaml:5:"),
                          HasSubstr("jurisdictions.russia.permit.fee: this shock reaches no "
                                    "month of the run, whose last is 2019-12"))));
    EXPECT_THAT(idle("  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2020-01}"),
                ElementsAre(HasSubstr("reaches no month")));
}

TEST(IdleShocks, on_levers_of_january_are_told)
{
    EXPECT_THAT(
        idle("  - {lever: population.fertility, scale: 0.5, from: 2011-02, until: 2012-01}"),
        ElementsAre(EndsWith("read in January alone, and the shock holds in none")));
    EXPECT_THAT(idle("  - {lever: population.mortality, scale: 0.5, from: 2011-02}"),
                ElementsAre(HasSubstr("begins in 2012-01")));
    EXPECT_THAT(idle("  - {lever: home.courses.language, set: 5 %, from: 2019-02}"),
                ElementsAre(HasSubstr("holds in none")));
}

// What is read in January holds for the year.
TEST(IdleShocks, on_levers_of_january_end_with_a_year)
{
    EXPECT_THAT(
        idle("  - {lever: population.fertility, scale: 0.5, from: 2014-01, until: 2014-07}"),
        ElementsAre(
            HasSubstr("this shock ends in 2015-01, since this lever is read in January alone")));
    EXPECT_THAT(
        idle("  - {lever: population.fertility, scale: 0.5, from: 2013-05, until: 2014-02}"),
        ElementsAre(HasSubstr("this shock begins in 2014-01 and ends in 2015-01, since")));
}

TEST(IdleShocks, dated_values_of_such_levers_are_told_likewise)
{
    EXPECT_THAT(idle("  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2012-03}\n"
                     "population: {fertility: [{from: 2005-01, value: 1}, {from: 2010-02, value: "
                     "0.2},\n  {from: 2010-12, value: 1}]}"),
                ElementsAre(EndsWith("population.fertility: this value does nothing: this lever "
                                     "is read in January alone, and the value holds in none"),
                            HasSubstr("7:26: population.fertility: this value begins in 2011-01")));
}

TEST(IdleShocks, on_levers_of_january_are_compared_in_january)
{
    EXPECT_THAT(
        idle("  - {lever: population.fertility, scale: 0.5, from: 2010-02}\n"
             "  - {lever: population.fertility, set: 1, from: 2011-01}"),
        testing::Contains(EndsWith("5:42: population.fertility: this shock changes no value "
                                   "in the run")));
}

TEST(IdleShocks, on_levers_of_january_are_explained_by_what_is_read)
{
    Scenario const scenario = policy_with(
        "  - {lever: population.fertility, scale: 0.5, from: 2010-07, ramp: 24 months}");
    EXPECT_THAT(explain_parameter(kyrgyz_declarations(), &scenario, "population.fertility"),
                HasSubstr("  months   2005-01 to 2010-12: 1\n"
                          "           2011-01 to 2011-12: 0.854166666667\n"
                          "           2012-01 to 2012-12: 0.604166666667\n"
                          "           2013-01 to 2019-12: 0.5\n"));
}

// The first year is read as the run begins, in whatever month that is.
TEST(IdleShocks, on_levers_of_january_act_from_a_start_in_another_month)
{
    EXPECT_THAT(idle("  - {lever: population.fertility, scale: 0, from: 2005-07}\n"
                     "time: {start: 2005-07, warm_up: 0 months, months: 5}\n"),
                IsEmpty());
    EXPECT_THAT(idle("  - {lever: population.fertility, scale: 0, from: 2005-08}\n"
                     "time: {start: 2005-07, warm_up: 0 months, months: 5}\n"),
                ElementsAre(HasSubstr("holds in none")));
}

// Levers of a route, a quota or a programme that is closed.
TEST(IdleShocks, on_a_rule_that_is_not_in_force_are_told_with_the_setting)
{
    std::string const of_citizenship = "jurisdictions.russia.naturalization.";
    std::string const closed =
        "jurisdictions: {russia: {naturalization: {reformed: {open: false}}, "
        "patent: {open: false}}}\n";
    std::string const language =
        "  - {lever: " + of_citizenship + "reformed.language, set: false, from: 2012-01}\n";
    EXPECT_THAT(idle(language), IsEmpty());
    EXPECT_THAT(idle(language + closed),
                ElementsAre(AllOf(HasSubstr("policy.yaml:5:"),
                                  HasSubstr("reformed.language: this shock does nothing: " +
                                            of_citizenship + "reformed.open is false"),
                                  EndsWith("in every month in which it holds"))));
    std::string const patent =
        "  - {lever: jurisdictions.russia.patent.fee, scale: 2, from: 2012-01}\n";
    EXPECT_THAT(idle(patent), IsEmpty());
    EXPECT_THAT(idle(patent + closed),
                ElementsAre(HasSubstr("patent.fee: this shock does nothing: "
                                      "jurisdictions.russia.patent.open is false")));
    EXPECT_THAT(idle("  - {lever: " + of_citizenship + "quota.places, scale: 2, from: 2012-01}"),
                ElementsAre(EndsWith("this shock does nothing: " + of_citizenship +
                                     "quota.applies is false in every month in which it holds")));
    EXPECT_THAT(idle("  - {lever: home.return_credit.easy, set: 50 %, from: 2012-01}"),
                ElementsAre(HasSubstr("home.return_credit.amount is 0 in every month")));
}

// What several paths ask for is asked for until the last of them is closed.
TEST(IdleShocks, on_a_rule_of_which_no_case_is_in_force_are_told_with_each)
{
    std::string const of_citizenship = "jurisdictions.russia.naturalization.";
    std::string const fee = "  - {lever: " + of_citizenship + "fee, scale: 2, from: 2012-01}\n";
    std::string const two = "simplified: {open: false}, agreement: {open: false}";
    EXPECT_THAT(idle(fee + "jurisdictions: {russia: {naturalization: {" + two + "}}}\n"),
                IsEmpty());
    EXPECT_THAT(idle(fee + "jurisdictions: {russia: {naturalization: {" + two +
                     ", reformed: {open: false}}}}\n"),
                ElementsAre(AllOf(HasSubstr("naturalization.fee: this shock does nothing: "),
                                  HasSubstr(of_citizenship + "simplified.open is false"),
                                  HasSubstr(of_citizenship + "agreement.open is false"),
                                  HasSubstr(of_citizenship + "reformed.open is false"))));
}

TEST(IdleShocks, on_a_rule_that_comes_into_force_begin_with_it)
{
    std::string const amount =
        "  - {lever: home.return_credit.amount, set: 9_000 RUB, from: 2014-05}\n";
    EXPECT_THAT(idle(amount + "  - {lever: home.return_credit.easy, set: 50 %, from: 2014-05}"),
                IsEmpty());
    EXPECT_THAT(idle(amount + "  - {lever: home.return_credit.easy, set: 50 %, from: 2012-01}"),
                ElementsAre(HasSubstr("policy.yaml:6:")));
    EXPECT_THAT(
        idle(amount + "  - {lever: home.return_credit.easy, set: 50 %, from: 2012-01}"),
        ElementsAre(EndsWith("begins in 2014-05: before that home.return_credit.amount is 0")));
}

std::string const a_shock =
    "  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2012-03}\n";

// Values are told like shocks, where the user wrote them and no month asks for them.
TEST(IdleValues, of_a_rule_that_is_not_in_force_are_told)
{
    EXPECT_THAT(idle(a_shock + "jurisdictions: {russia: {naturalization: {reformed: {open: false, "
                               "language: false}}}}\n"),
                ElementsAre(AllOf(HasSubstr("policy.yaml:6:"),
                                  HasSubstr("reformed.language: this value does nothing: "),
                                  EndsWith("in every month in which it holds"))));
    EXPECT_THAT(idle(a_shock +
                     "jurisdictions: {russia: {naturalization: {reformed: {language: false}}}}\n"),
                IsEmpty());
    EXPECT_THAT(
        idle(a_shock + "home: {return_credit: {amount: [{from: 2005-01, value: 0 RUB}, "
                       "{from: 2014-01, value: 9_000 RUB}], easy: [{from: 2005-01, value: "
                       "10 %}, {from: 2010-01, value: 20 %}, {from: 2012-01, value: 30 %}]}}\n"),
        IsEmpty())
        << "the value of 2012 is in force from 2014 on";
    EXPECT_THAT(idle(a_shock + "home: {return_credit: {easy: [{from: 2005-01, value: 10 %}, {from: "
                               "2010-01, value: 20 %}, {from: 2012-01, value: 30 %}]}}\n"),
                ElementsAre(HasSubstr("home.return_credit.easy: this value does nothing: "
                                      "home.return_credit.amount is 0 in every month")));
}

// A law may have more years than a run.
TEST(IdleValues, beyond_the_run_are_none)
{
    EXPECT_THAT(
        idle(a_shock + "home: {return_credit: {amount: [{from: 2005-01, value: 0 RUB}, {from: "
                       "2030-01, value: 9_000 RUB}]}}\n"),
        IsEmpty());
}

TEST(IdleValues, of_the_shipped_scenarios_are_none)
{
    for (char const* const name : {"baseline", "history", "outlook-2050"})
        EXPECT_THAT(
            idle_shocks(load_model(std::string(KOCHMON_SOURCE "/config/") + name + ".yaml")),
            IsEmpty());
}

TEST(IdleShocks, to_the_value_that_is_there_change_nothing)
{
    EXPECT_THAT(idle("  - {lever: jurisdictions.russia.permit.fee, scale: 1, from: 2012-01}"),
                ElementsAre(EndsWith("changes no value in the run")));
    EXPECT_THAT(idle("  - {lever: jurisdictions.russia.permit.fee, add: 0 RUB, from: 2012-01}\n"
                     "  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2013-01}"),
                ElementsAre(HasSubstr("policy.yaml:5:")));
}
}  // namespace
}  // namespace kochmon
