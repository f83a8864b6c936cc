// SPDX-License-Identifier: MIT
// Populations and sets of parameters as users of run, compare, targets and replay meet them.
#include <gmock/gmock.h>

#include "tests/analysis/replay/replayed_folder.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::calibrated_folder;

class NestedStudy : public Replay
{
  protected:
    std::string series_of(Arguments const& more)
    {
        Arguments arguments = more;
        arguments.insert(arguments.end(), {"-o", "-", "-q"});
        Outcome const run = kochmon_with(short_run(arguments));
        EXPECT_EQ(run.status, 0) << run.err;
        return run.out;
    }
    Outcome refused(Arguments const& more) { return kochmon_with(short_run(more)); }
};

/// Rows of a replicate.
std::string rows_of_replicate(std::string const& series, std::string const& replicate)
{
    std::istringstream lines(series);
    std::string rows;
    for (std::string line; std::getline(lines, line);)
        if (line.find(',') + 1 == line.find(replicate + ',', line.find(',') + 1))
            rows += line + '\n';
    return rows;
}

TEST_F(NestedStudy, gives_each_replicate_a_population_of_its_own_unless_they_share_one)
{
    std::string const own = series_of({"--replicates", "3"});
    std::string const shared = series_of({"--replicates", "3", "--populations", "1"});
    std::string const two = series_of({"--replicates", "3", "--populations", "2"});
    EXPECT_FALSE(rows_of_replicate(own, "0").empty());
    EXPECT_EQ(rows_of_replicate(own, "0"), rows_of_replicate(shared, "0"));
    EXPECT_NE(rows_of_replicate(own, "1"), rows_of_replicate(shared, "1"));
    EXPECT_EQ(rows_of_replicate(two, "1"), rows_of_replicate(own, "1"));
    EXPECT_EQ(rows_of_replicate(two, "2"), rows_of_replicate(shared, "2"));
}

TEST_F(NestedStudy, tells_in_the_summary_what_intervals_hold)
{
    auto const told = [&](Arguments more)
    {
        more.insert(more.end(),
                    {"--replicates", "4", "--progress", "none", "--force", "-o", folder()});
        return kochmon_with(short_run(more)).out;
    };
    EXPECT_THAT(told({}), AllOf(HasSubstr("hold the draw of the population and luck"),
                                HasSubstr("variance: population and luck 100 %")));
    EXPECT_THAT(told({"--populations", "1"}), HasSubstr("hold luck alone"));
    EXPECT_THAT(told({"--parameters", calibrated_folder, "--parameter-sets", "2"}),
                AllOf(HasSubstr("hold the parameters that a calibration accepts"),
                      HasSubstr("variance: parameters")));
}

TEST_F(NestedStudy, lives_a_set_as_the_file_that_it_leaves_in_the_folder)
{
    run({"--replicates", "2", "--parameters", calibrated_folder});
    std::string const first = account()["parameters"]["sets"][0]["path"];
    Outcome const alone = kochmon_with({"run", file(first).string(), "-o", "-", "-q"});
    ASSERT_EQ(alone.status, 0) << alone.err;
    std::string const series = text_of(file("series.csv"));
    auto const without_name = [](std::string const& rows)
    {
        std::istringstream lines(rows);
        std::string rest;
        for (std::string line; std::getline(lines, line);) rest += line.substr(line.find(','));
        return rest;
    };
    EXPECT_EQ(without_name(rows_of_replicate(series, "0")),
              without_name(rows_of_replicate(alone.out, "0")));
    EXPECT_EQ(account()["settings"]["lived"][1]["set"], 1U);
    EXPECT_EQ(account()["settings"]["lived"][1]["population"], 1U);
    EXPECT_EQ(account()["parameters"]["sha256"].get<std::string>().size(), 64U);
}

TEST_F(NestedStudy, is_repeated_with_its_populations_and_sets)
{
    run({"--replicates", "4", "--populations", "3", "--parameters", calibrated_folder,
         "--parameter-sets", "2", "--panel", "5"});
    Outcome const again = replay();
    EXPECT_EQ(again.status, 0) << again.out << again.err;
    EXPECT_THAT(again.out, HasSubstr("identical"));
}

TEST_F(NestedStudy, whose_set_was_changed_is_not_repeated)
{
    run({"--replicates", "2", "--parameters", calibrated_folder});
    std::string const first = account()["parameters"]["sets"][0]["path"];
    put(file(first), text_of(file(first)) + "# changed\n");
    Outcome const again = replay();
    EXPECT_EQ(again.status, 4);
    EXPECT_THAT(again.err, HasSubstr(first));
}

TEST_F(NestedStudy, of_a_comparison_is_repeated_too)
{
    Outcome const compared = kochmon_with({"compare",
                                           KOCHMON_SOURCE "/config/baseline.yaml",
                                           KOCHMON_SOURCE "/config/policies/permit-fee.yaml",
                                           "--persons",
                                           "2000",
                                           "--months",
                                           "6",
                                           "--set",
                                           "time.start=2009-10",
                                           "--set",
                                           "time.warm_up=3 months",
                                           "--replicates",
                                           "4",
                                           "--parameters",
                                           calibrated_folder,
                                           "--parameter-sets",
                                           "2",
                                           "--progress",
                                           "none",
                                           "-o",
                                           folder()});
    ASSERT_EQ(compared.status, 0) << compared.err;
    EXPECT_THAT(compared.out, HasSubstr("90 % intervals hold the parameters"));
    EXPECT_THAT(compared.out, HasSubstr("Variance, all abroad: "));
    EXPECT_THAT(text_of(file("effects.csv")),
                HasSubstr("parameters_share,population_share,luck_share,told_together"));
    Outcome const again = replay();
    EXPECT_EQ(again.status, 0) << again.out << again.err;
}

TEST_F(NestedStudy, is_refused_where_a_level_would_be_empty)
{
    EXPECT_THAT(refused({"--populations", "2"}).err, HasSubstr("expected at most 1"));
    EXPECT_THAT(refused({"--replicates", "3", "--populations", "2", "--parameters",
                         calibrated_folder, "--parameter-sets", "3"})
                    .err,
                HasSubstr("expected at most 2, the populations"));
    EXPECT_THAT(refused({"--parameter-sets", "2"}).err, HasSubstr("goes with --parameters"));
    EXPECT_THAT(refused({"--replicates", "2", "--parameters", KOCHMON_SOURCE "/config"}).err,
                HasSubstr("holds no accepted set"));
    EXPECT_EQ(refused({"--populations", "2"}).status, 64);
    EXPECT_THAT(refused({"--parameters", calibrated_folder}).err, HasSubstr("two at least"));
    EXPECT_THAT(
        refused({"--replicates", "40", "--parameters", calibrated_folder, "--parameter-sets", "37"})
            .err,
        HasSubstr("expected at most 36, the sets"));
}

TEST_F(NestedStudy, is_refused_where_a_set_would_replace_what_was_said)
{
    Arguments const sets = {"--replicates", "2", "--parameters", calibrated_folder};
    auto const with = [&](Arguments arguments)
    {
        arguments.insert(arguments.end(), sets.begin(), sets.end());
        arguments.insert(arguments.end(), {"--persons", "1000", "-o", folder()});
        return kochmon_with(arguments);
    };
    std::string const baseline = KOCHMON_SOURCE "/config/baseline.yaml";
    EXPECT_THAT(with({"run", baseline, "--set", "law.checks.hazard=1 %/month"}).err,
                AllOf(HasSubstr("--set law.checks.hazard"), HasSubstr("leave out")));
    std::filesystem::create_directories(folder());
    auto const over_baseline = [&](std::string const& name, std::string const& hazard)
    {
        std::string const path = file(name + ".yaml").string();
        put(path, "schema: 1\nscenario: " + name +
                      "\nbase: " + std::filesystem::relative(baseline, folder()).string() +
                      "\nlaw:\n  checks:\n    hazard: " + hazard + "\n");
        return path;
    };
    std::string const dated =
        over_baseline("dated", "[{from: 2000-01, value: 1 %/month, source: assumption}]");
    std::string const targets = KOCHMON_SOURCE "/config/targets.yaml";
    for (Arguments const& command :
         {Arguments{"run", dated}, Arguments{"targets", dated, "--targets", targets}})
        EXPECT_THAT(with(command).err,
                    AllOf(HasSubstr("has dated values"), HasSubstr("law.checks.hazard")))
            << command.front();
    std::string const policy = over_baseline("dearer", "3 %/month");
    EXPECT_THAT(with({"compare", baseline, policy}).err,
                AllOf(HasSubstr("law.checks.hazard"), HasSubstr("a shock")));
}

TEST_F(NestedStudy, of_targets_holds_sets_too)
{
    Outcome const judged =
        kochmon_with({"targets", KOCHMON_SOURCE "/config/baseline.yaml", "--persons", "1000",
                      "--replicates", "4", "--parameters", calibrated_folder, "--parameter-sets",
                      "2", "--progress", "none", "-o", folder()});
    EXPECT_THAT(judged.out, AllOf(HasSubstr("hold the parameters that a calibration accepts"),
                                  HasSubstr("Variance, C1: parameters ")))
        << judged.err;
    EXPECT_EQ(account()["settings"]["lived"][3]["set"], 1U);
}

TEST_F(NestedStudy, has_no_precision_where_replicates_do_not_narrow_the_interval)
{
    auto const compared = [&](Arguments const& more)
    {
        Arguments arguments = {"compare",
                               KOCHMON_SOURCE "/config/baseline.yaml",
                               KOCHMON_SOURCE "/config/policies/permit-fee.yaml",
                               "--persons",
                               "1000",
                               "--precision",
                               "abroad 1500 persons",
                               "-o",
                               folder()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    };
    EXPECT_THAT(compared({"--populations", "2"}).err,
                HasSubstr("--precision does not go with --populations 2"));
    EXPECT_THAT(compared({"--parameters", calibrated_folder}).err,
                HasSubstr("--precision does not go with --parameters"));
}

TEST_F(NestedStudy, leaves_a_table_of_intervals)
{
    run({"--replicates", "4", "--populations", "2"});
    std::string const intervals = text_of(file("intervals.csv"));
    EXPECT_THAT(intervals,
                testing::StartsWith("month,measure,by,group,unit,replicates,mean,low50"));
    EXPECT_THAT(intervals, HasSubstr(",legality_by_right,jurisdiction,russia,share,4,"));
    EXPECT_EQ(replay().status, 0);
}
}  // namespace
}  // namespace kochmon
