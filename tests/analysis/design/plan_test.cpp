// SPDX-License-Identifier: MIT
#include "analysis/design/plan.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/design/points.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

constexpr char two_levers[] =
    "  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-01}\n"
    "  checks: {lever: [destinations.moscow.checks.capacity, "
    "destinations.other.checks.capacity], scale: [0.5, 1, 2], from: 2010-06, until: 2011-01}\n";

/// A plan of which single parts are exchanged.
struct PlanText
{
    std::string vary = two_levers;
    std::string design = "design: grid\n";
    std::string replicates = "replicates: 2\n";
    std::string keep = "keep: {measures: [abroad], months: last}\n";
    std::string more = {};

    SweepPlan read() const
    {
        TestFolder const folder;
        fs::path const file = folder / "mine.yaml";
        put(file, "schema: 1\nsweep: mine\nbase: " KOCHMON_SOURCE "/config/baseline.yaml\n" + more +
                      replicates + "vary:\n" + vary + design + keep);
        return read_sweep_plan(file);
    }
    std::string refusal() const
    {
        try
        {
            points_of(read());
        }
        catch (Error const& error)
        {
            return error.what();
        }
        return "read";
    }
    std::vector<std::vector<std::string>> values() const
    {
        std::vector<std::vector<std::string>> values;
        for (SweepPoint const& point : points_of(read())) values.push_back(point.values);
        return values;
    }
};

TEST(SweepPlanOf, a_grid_has_every_value_with_every_other_after_the_base)
{
    EXPECT_THAT(PlanText{}.values(),
                ElementsAre(ElementsAre("", ""), ElementsAre("0.5", "0.5"), ElementsAre("0.5", "1"),
                            ElementsAre("0.5", "2"), ElementsAre("2", "0.5"), ElementsAre("2", "1"),
                            ElementsAre("2", "2")));
}

TEST(SweepPlanOf, a_list_takes_the_values_together)
{
    PlanText const plan{
        .vary =
            "  fee: {key: rules.attention.abroad, values: [5 %/month, 10 %/month]}\n"
            "  south: {key: start.southern, values: [70 %, 90 %]}\n",
        .design = "design: list\n"};
    EXPECT_THAT(plan.values(), ElementsAre(ElementsAre("", ""), ElementsAre("5 %/month", "70 %"),
                                           ElementsAre("10 %/month", "90 %")));
}

TEST(SweepPlanOf, one_at_a_time_leaves_the_others_as_in_the_base)
{
    PlanText const plan{.vary =
                            "  cash: {key: start.cash, values: {low: 5000 RUB, high: 20000 RUB}}\n"
                            "  south: {key: start.southern, values: [70 %]}\n",
                        .design = "design: one_at_a_time\n"};
    EXPECT_THAT(plan.values(), ElementsAre(ElementsAre("", ""), ElementsAre("5000 RUB", ""),
                                           ElementsAre("20000 RUB", ""), ElementsAre("", "70 %")));
}

TEST(SweepPlanOf, a_range_of_steps_holds_both_ends)
{
    PlanText const plan{
        .vary = "  cash: {key: start.cash, values: {low: 5000 RUB, high: 20000 RUB, steps: 4}}\n"};
    EXPECT_THAT(plan.values(),
                ElementsAre(ElementsAre(""), ElementsAre("5000 RUB"), ElementsAre("10000 RUB"),
                            ElementsAre("15000 RUB"), ElementsAre("20000 RUB")));
}

TEST(SweepPlanOf, a_point_is_a_scenario_over_the_base)
{
    PlanText const plan{.vary = std::string(two_levers) +
                                "  cash: {key: start.cash, values: [5000 RUB]}\n"
                                "  rule: {policies: [" KOCHMON_SOURCE
                                "/config/policies/amnesty.yaml, none]}\n"};
    SweepPlan const read = plan.read();
    std::vector<SweepPoint> const points = points_of(read);
    EXPECT_EQ(text_of(points[1], read),
              "# Point 1 of the sweep mine: fee 0.5, checks 0.5, cash 5000 RUB, rule amnesty\n"
              "schema: 1\nscenario: p00001\nbase: ../base/scenario.yaml\n"
              "start:\n  cash: 5000 RUB\n"
              "policies: [../policies/amnesty.yaml]\n"
              "shocks:\n"
              "  - {lever: jurisdictions.russia.permit.fee, scale: 0.5, from: 2010-01}\n"
              "  - {lever: destinations.moscow.checks.capacity, scale: 0.5, from: 2010-06, until: "
              "2011-01}\n"
              "  - {lever: destinations.other.checks.capacity, scale: 0.5, from: 2010-06, until: "
              "2011-01}\n");
    EXPECT_THAT(text_of(points[2], read), testing::Not(HasSubstr("policies:")));
}

TEST(SweepPlanOf, some_of_the_accepted_sets_has_these_and_none_after_them)
{
    std::string const calibration =
        "  set: {calibration: " KOCHMON_SOURCE "/config/calibration/linear-flat";
    PlanText const some{.vary = calibration + ", sets: ['02', '01']}\n",
                        .design = "design: one_at_a_time\n"};
    EXPECT_THAT(some.values(), ElementsAre(ElementsAre(""), ElementsAre("01"), ElementsAre("02")));
    PlanText const all{.vary = calibration + "}\n", .design = "design: one_at_a_time\n"};
    EXPECT_GT(all.values().size(), 3U);
}

TEST(SweepPlanOf, names_takes_what_comes_with_the_program_unless_it_lies_beside_the_plan)
{
    TestFolder const folder;
    fs::path const shipped = fs::path(KOCHMON_SOURCE) / "config";
    fs::path const file = folder / "mine.yaml";
    put(file,
        "schema: 1\nsweep: mine\nbase: baseline\nreplicates: 2\nvary:\n"
        "  rule: {policies: [amnesty, none]}\n"
        "  set: {calibration: linear-flat}\n"
        "design: one_at_a_time\nkeep: {measures: [abroad], months: last}\n");
    SweepPlan const plan = read_sweep_plan(file, {}, shipped);
    EXPECT_EQ(plan.factors[0].values[0], "amnesty");
    EXPECT_EQ(plan.factors[0].policies[0], shipped / "policies/amnesty.yaml");
    EXPECT_FALSE(plan.factors[1].sets.empty());
    fs::copy(shipped / "policies/permit-fee.yaml", folder / "amnesty");
    EXPECT_EQ(read_sweep_plan(file, {}, shipped).factors[0].policies[0], folder / "amnesty");
    EXPECT_THROW(read_sweep_plan(file), Error);
}

TEST(SweepPlanOf, a_range_takes_units_as_scenarios_do)
{
    PlanText const plan{.vary =
                            "  way: {key: rules.attention.abroad, values: {low: 5%/month, high: "
                            "12%/month, shape: normal}}\n",
                        .design = "design: one_at_a_time\n"};
    EXPECT_THAT(plan.values(),
                ElementsAre(ElementsAre(""), ElementsAre("5 %/month"), ElementsAre("12 %/month")));
}

TEST(SweepPlanOf, shapes_have_the_quantiles_of_their_distributions)
{
    ValueRange range{.low = 1.0, .high = 100.0};
    EXPECT_DOUBLE_EQ(range.at(0.25), 25.75);
    range.shape = Shape::log_uniform;
    EXPECT_NEAR(range.at(0.5), 10.0, 1e-9);
    range.shape = Shape::normal;
    EXPECT_NEAR(range.at(0.975), 100.0, 1e-6);
    EXPECT_NEAR(range.at(0.5), 50.5, 1e-9);
    range.shape = Shape::triangular;
    range.middle = 1.0;
    EXPECT_NEAR(range.at(0.75), 50.5, 1e-9);
}

TEST(SweepPlanOf, more_points_of_a_sample_leave_the_first_as_they_are)
{
    PlanText plan{.vary = "  cash: {key: start.cash, values: {low: 5000 RUB, high: 20000 RUB}}\n",
                  .design = "design: sobol\npoints: 8\n"};
    auto const few = plan.values();
    plan.design = "design: sobol\npoints: 20\n";
    auto const many = plan.values();
    ASSERT_EQ(few.size(), 9U);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
}

TEST(SweepPlanOf, what_is_wrong_is_told_at_its_place)
{
    EXPECT_THAT((PlanText{.vary = "  fee: {lever: jurisdictions.russia.permit.fees, scale: [1, 2], "
                                  "from: 2010-01}\n"}
                     .refusal()),
                HasSubstr("mine.yaml:6:16: vary.fee.lever: 'jurisdictions.russia.permit.fees' is "
                          "no parameter, expected a path that kochmon explain knows, did you mean "
                          "'jurisdictions.russia.permit.fee'?"));
    EXPECT_THAT(
        (PlanText{.vary = "  cash: {key: start.cash, values: [5000, 6000 RUB]}\n"}.refusal()),
        HasSubstr("mine.yaml:6:36: start.cash: "));
    EXPECT_THAT((PlanText{.vary = "  cash: {key: start.cash, values: {low: 9 RUB, high: 5 RUB}}\n"}
                     .refusal()),
                HasSubstr("vary.cash.values.high: is not above low"));
    EXPECT_THAT((PlanText{.vary = "  cash: {key: start.cash, values: {low: 5 RUB, high: 9 RUB}}\n"}
                     .refusal()),
                HasSubstr("cash has a range without steps"));
    EXPECT_THAT((PlanText{.vary = "  months: {key: time.months, values: [12, 24]}\n"}.refusal()),
                HasSubstr("is shared by all points"));
    EXPECT_THAT((PlanText{.keep = "keep: {measures: [abrod]}\n"}.refusal()),
                HasSubstr("there is no 'abrod', did you mean 'abroad'?"));
    EXPECT_THAT((PlanText{.more = "replicate: 3\n"}.refusal()), HasSubstr("unknown key"));
    EXPECT_THAT((PlanText{.design = "design: griid\n"}.refusal()),
                HasSubstr("did you mean 'grid'?"));
    EXPECT_THAT((PlanText{.design = "design: sobol\n"}.refusal()), HasSubstr("points: is missing"));
    EXPECT_THAT(
        (PlanText{.vary = "  fee: {lever: start.cash, scale: [1, 2], from: 2010-01}\n"}.refusal()),
        HasSubstr("is no lever"));
    EXPECT_THAT((PlanText{.vary = "  fee: {lever: jurisdictions.russia.permit.fee, scale: [1]}\n"}
                     .refusal()),
                HasSubstr("vary.fee.from: is missing"));
    EXPECT_THAT((PlanText{.vary = "  cash: {key: rules.kernel, values: {low: linear_flat, high: "
                                  "linear_flat}}\n"}
                     .refusal()),
                HasSubstr("range of what is no quantity"));
    EXPECT_THAT((PlanText{.vary = "  rule: {policies: []}\n"}.refusal()),
                HasSubstr("names no policy"));
    EXPECT_THAT((PlanText{.vary = "  rule: {policies: [none.yaml]}\n"}.refusal()),
                HasSubstr("has a name that points cannot use"));
    EXPECT_THAT((PlanText{.vary = "  point: {key: start.cash, values: [5 RUB]}\n"}.refusal()),
                HasSubstr("is no name of a factor"));
    EXPECT_THAT((PlanText{.vary = "  way: {key: rules.attention.abroad, values: {low: 0.1 "
                                  "%/month, high: 6 %/month, shape: normal}}\n",
                          .design = "design: sobol\npoints: 4\n"}
                     .refusal()),
                HasSubstr("below the range"));
    EXPECT_THAT((PlanText{.more = "assumptions: [rule]\n"}.refusal()),
                HasSubstr("'rule' is no branch of the parameters"));
    EXPECT_THAT((PlanText{.more = "assumptions: all\n"}.refusal()),
                HasSubstr("does not go with assumptions, expected one_at_a_time"));
    EXPECT_THAT((PlanText{.more = "spread: 2\n"}.refusal()), HasSubstr("beside assumptions"));
    EXPECT_THAT((PlanText{.vary = "  cash: {key: start.cash, values: {low: 1 RUB, high: 9 RUB}}\n",
                          .design = "design: morris\npoints: 900000\n"}
                     .refusal()),
                HasSubstr("points: 1800000, expected at most 1000000"));
}

/// The factor that a plan makes of an assumption.
Factor factor_of(std::string const& path, double spread, std::vector<std::string> set = {})
{
    Scenario const base =
        load_model(KOCHMON_SOURCE "/config/baseline.yaml", {.set = std::move(set)});
    std::vector<std::string> left_out;
    auto const factors = factors_of_assumptions(base, {{path}, spread}, left_out);
    return factors.empty() ? Factor{.name = left_out.empty() ? "none" : left_out.front()}
                           : factors.front();
}

TEST(FactorOfAnAssumption, has_the_value_divided_and_multiplied)
{
    EXPECT_THAT(factor_of("start.cash", 2.0).values, ElementsAre("5000 RUB", "20000 RUB"));
}

TEST(FactorOfAnAssumption, is_made_of_what_a_calibration_found_too)
{
    EXPECT_THAT(factor_of("rules.status.fear", 1.5).values,
                ElementsAre("4000 RUB/month", "9000 RUB/month"));
}

TEST(FactorOfAnAssumption, has_the_odds_of_a_share_divided_and_multiplied)
{
    // 70 % are odds of 7 to 3.
    EXPECT_THAT(factor_of("population.russian", 3.0).values, ElementsAre("43.75 %", "87.5 %"));
}

TEST(FactorOfAnAssumption, that_counts_persons_has_whole_numbers)
{
    // 50,000 persons, 1,000 persons/year.
    EXPECT_THAT(factor_of("destinations.south_korea.checks.other_irregulars", 1.5).values,
                ElementsAre("33333 persons", "75000 persons"));
    EXPECT_THAT(factor_of("destinations.moscow.residence_quota.permanent", 1.5).values,
                ElementsAre("333 persons/year", "750 persons/year"));
}

TEST(FactorOfAnAssumption, of_whole_months_is_in_months)
{
    // 10 years, of which a part is no whole number of years.
    EXPECT_THAT(factor_of("home.consulate.passport_validity", 1.5).values,
                ElementsAre("80 months", "180 months"));
}

TEST(FactorOfAnAssumption, has_the_other_words)
{
    EXPECT_THAT(factor_of("jurisdictions.russia.entry", 2.0).values, ElementsAre("state_quota"));
}

TEST(FactorOfAnAssumption, that_is_not_in_force_is_left_out)
{
    EXPECT_THAT(factor_of("origins.uzbekistan.start.foreigners", 2.0).name,
                HasSubstr("of a country of origin that is left out"));
    EXPECT_THAT(factor_of("origins.uzbekistan.included", 2.0).name,
                HasSubstr("points share the countries of origin"));
    std::vector<std::string> const without_the_first{"origins.kyrgyzstan.included=false",
                                                     "origins.uzbekistan.included=true"};
    EXPECT_THAT(factor_of("start.cash", 2.0, without_the_first).name,
                HasSubstr("of a country of origin that is left out"));
    EXPECT_EQ(factor_of("origins.uzbekistan.start.cash", 2.0, without_the_first).values.size(), 2U);
    EXPECT_EQ(factor_of("rules.status.fear", 2.0, without_the_first).values.size(), 2U);
}
}  // namespace
}  // namespace kochmon
