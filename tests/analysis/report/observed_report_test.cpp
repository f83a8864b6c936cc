// SPDX-License-Identifier: MIT
#include "analysis/report/observed_report.hpp"

#include <gmock/gmock.h>

#include "tests/analysis/targets/world_observed.hpp"
#include "tests/analysis/targets/world_of_targets.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// Five figures beside two years in two replicates: two inside, two outside, one never lived.
struct ObservedTold
{
    Scenario scenario = tests::WorldOfTargets{.months = 20}.scenario();
    RunAccount account{.agents = 4000, .weight = 1250.5};
    TargetRun run{scenario, account, 2};
    ObservedFile file = tests::observed(
        tests::row_of_stock("A1", "month: 2010-01") + tests::row_of_stock("A2", "month: 2011-12") +
        tests::row_of_flow("B1", "months: [2010-01, 2010-02]") +
        tests::row_of_flow("B2", "year: 2011") + tests::row_of_flow("B3", "year: 2012"));
    ModelledPast past{file};
    std::vector<JudgedObservation> judged;

    ObservedTold()
    {
        tests::live_two_years(past);
        judged = judged_observations(file, past.values());
    }
};
}  // namespace

// Means over the replicates: (200 + 400) / 2 of a band to 300; (660 + 1320) / 2; (42 + 84) / 2.
TEST(ObservedReport, judges_the_mean_by_the_band)
{
    ObservedTold const told;
    EXPECT_EQ(told.judged[0].estimate.mean, 300.0);
    EXPECT_EQ(told.judged[0].verdict, Verdict::inside);
    EXPECT_EQ(told.judged[1].verdict, Verdict::outside);
    EXPECT_EQ(told.judged[2].estimate.mean, 63.0);
    EXPECT_EQ(told.judged[2].verdict, Verdict::outside);
    EXPECT_EQ(told.judged[4].verdict, Verdict::no_value);
    EXPECT_FALSE(all_inside(told.judged));
    EXPECT_TRUE(all_inside({told.judged[0]}));
}

TEST(ObservedReport, tells_people_what_stands_beside_what)
{
    ObservedTold const told;
    std::string const text = told_observed(told.run, told.judged);
    EXPECT_THAT(text, StartsWith("Observed beside modelled, baseline: 4000 agents of 1250.5 "
                                 "persons each, 2 replicates\n"));
    EXPECT_THAT(text, AllOf(HasSubstr("A1     2010-01                  200.0  [100.0, 300.0]      "
                                      "     300.0  ["),
                            HasSubstr("inside   workers\n"), HasSubstr("outside  new citizens\n"),
                            HasSubstr("B1     2010-01 to 2010-02 "), HasSubstr("no value ")));
    EXPECT_THAT(text, HasSubstr("\n1 of 5 inside; outside: A2, B1, B2, B3\n"));
}

TEST(ObservedReport, writes_a_row_an_observation_and_a_row_a_replicate_of_each)
{
    ObservedTold const told;
    EXPECT_THAT(observed_csv(told.run, told.judged),
                AllOf(StartsWith("target,what,measure,in,kind,first,last,unit,observed,band_low,"
                                 "band_high,mean,low,high,verdict,source,agents,replicates,"
                                 "parameters_share,population_share,luck_share,told_together\n"),
                      HasSubstr("\nA1,workers,foreign_workers,russia,month_end,2010-01,2010-01,"
                                "persons,200,100,300,300,"),
                      HasSubstr(",inside,S1,4000,2,,,1,\n"),
                      HasSubstr("\nB3,new citizens,naturalizations,russia,sum,2012-01,2012-12,"
                                "persons,20,10,30,,,,no value,S2,4000,2,,,,\n")));
    EXPECT_THAT(replicates_csv(told.judged),
                AllOf(StartsWith("target,replicate,value\nA1,0,200\nA1,1,400\nA2,0,660\n"),
                      HasSubstr("\nB3,0,\n")));
}
}  // namespace kochmon
