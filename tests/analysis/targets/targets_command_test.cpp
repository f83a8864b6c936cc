// SPDX-License-Identifier: MIT
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "analysis/text/csv_text.hpp"

#include "tests/analysis/program.hpp"

// `kochmon targets` as users meet it.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

std::string const config_folder = KOCHMON_SOURCE "/config/";

Arguments short_targets(Arguments const& more, std::string const& scenario = "baseline.yaml")
{
    Arguments arguments = {
        "targets", config_folder + scenario, "--persons",  "3000", "--set", "time.start=2009-01",
        "--set",   "time.warm_up=12 months", "--progress", "none"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// A file of targets beside nothing; policies are those of the project.
fs::path put_targets(TestFolder const& place, std::string const& targets)
{
    put(place / "mine.yaml", "schema: 1\n" + targets);
    return place / "mine.yaml";
}

std::string const holds =
    "targets:\n"
    "  C4_russia: {what: w, measure: share_of_departures, from: osh_area, in: russia, "
    "band: [0, 1], source: F14}\n"
    "  C11: {what: w, measure: persons_abroad, band: [1, 2000000], source: F15}\n";
std::string const misses =
    holds + "  C12: {what: w, measure: entry_price, band: [1, 2], source: F5}\n";

std::string policy(std::string const& name)
{
    return "'" + config_folder + "policies/" + name + "'";
}

std::vector<std::vector<std::string>> table(fs::path const& file)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text_of(file));
    for (std::string line; std::getline(lines, line);) rows.push_back(csv_cells(line));
    return rows;
}

bool is_number(std::string const& cell)
{
    static std::regex const number("-?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?");
    return std::regex_match(cell, number);
}
}  // namespace

TEST(TargetsCommand, ends_with_0_if_all_is_inside_and_with_7_if_not)
{
    TestFolder const place;
    Outcome run = kochmon_with(
        short_targets({"--months", "6", "--targets", put_targets(place, holds).string()}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("2 of 2 targets inside"), Not(HasSubstr("outside"))));
    run = kochmon_with(
        short_targets({"--months", "6", "--targets", put_targets(place, misses).string()}));
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_THAT(run.out, HasSubstr("2 of 3 targets inside; outside: C12"));
}

TEST(TargetsCommand, counts_what_has_no_value_as_outside)
{
    TestFolder const place;
    fs::path const file = put_targets(
        place, holds + "  C7: {what: w, measure: never_home, band: [0, 1], source: F14}\n");
    Outcome const run =
        kochmon_with(short_targets({"--months", "6", "--targets", file.string(), "-q"}));
    EXPECT_EQ(run.status, 7);
    EXPECT_EQ(run.out, "");
}

TEST(TargetsCommand, takes_the_targets_beside_the_scenario)
{
    Outcome const run = kochmon_with(short_targets({"--months", "2"}));
    EXPECT_EQ(run.status, 7);
    EXPECT_THAT(run.out, HasSubstr("C16_legality"));
}

TEST(TargetsCommand, writes_the_verdict_and_where_it_comes_from)
{
    TestFolder const place;
    fs::path const folder = place / "out";
    std::string const targets =
        misses +
        "  C16: {what: w, measure: change_in_number, band: [-1, 0.5], source: F11, policy: " +
        policy("quota-st-petersburg.yaml") + "}\n";
    fs::path const file = put_targets(place, targets);
    Outcome const run = kochmon_with(
        short_targets({"--targets", file.string(), "--replicates", "2", "-o", folder.string()}));
    EXPECT_EQ(run.status, 7) << run.err;
    auto const rows = table(folder / "targets.csv");
    ASSERT_EQ(rows.size(), 5U);
    for (std::size_t row = 1; row < rows.size(); ++row)
        for (std::size_t const cell : {4U, 5U, 6U, 7U, 8U, 11U, 12U, 13U})
            EXPECT_TRUE(is_number(rows[row][cell])) << rows[row][cell];
    EXPECT_EQ(rows[4][7], "-1");
    auto const replicates = table(folder / "replicates.csv");
    ASSERT_EQ(replicates.size(), 9U);
    for (std::size_t row = 1; row < replicates.size(); ++row)
        EXPECT_TRUE(is_number(replicates[row][2])) << replicates[row][2];
    EXPECT_THAT(text_of(folder / "scenario.yaml"), HasSubstr("scenario: baseline"));
    EXPECT_TRUE(fs::exists(folder / "data/population.age_sex.csv"));
    auto const account = nlohmann::json::parse(text_of(folder / "run.json"));
    EXPECT_EQ(account["settings"]["replicates"], 2);
    std::vector<std::string> inputs;
    for (auto const& input : account["inputs"]) inputs.push_back(input["path"]);
    EXPECT_THAT(inputs, AllOf(Contains(config_folder + "baseline.yaml"), Contains(file.string()),
                              Contains(HasSubstr("policies/quota-st-petersburg.yaml"))));
}

TEST(TargetsCommand, judges_answers_to_shocks)
{
    TestFolder const place;
    std::string const placebo =
        holds + "shocks:\n  placebo:\n    what: w\n    policy: " + policy("placebo.yaml") +
        "\n    answers:\n"
        "      stock: {measure: abroad, month: 3, band: [0, 0]}\n";
    std::string const fee = "  fee:\n    what: w\n    policy: " + policy("permit-fee.yaml") +
                            "\n    answers:\n      sought: {measure: permits_sought, month: 3, "
                            "band: ";
    auto const judge = [&](std::string const& shocks)
    {
        return kochmon_with(
            short_targets({"--shocks", "--force", "-o", (place / "out").string(), "--targets",
                           put_targets(place, placebo + shocks).string()}));
    };
    Outcome run = judge("");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("placebo: w\n  stock"));
    run = judge(fee + "[-1, -0.0001]}\n");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("sign in 1 of 1"));
    auto const rows = table(place / "out/shocks.csv");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1][8], "0");
    EXPECT_EQ(rows[2][8].front(), '-');
    EXPECT_TRUE(is_number(rows[2][8])) << rows[2][8];
    EXPECT_EQ(judge(fee + "[0.0001, 1]}\n").status, 7) << "the sign is wrong";
    EXPECT_EQ(judge(fee + "[-1, 0]}\n").status, 0);
    EXPECT_EQ(judge(fee + "[-0.000001, 0]}\n").status, 7);
}

// In the first month the dearer permit keeps an applicant away in some replicates, not in all.
TEST(TargetsCommand, asks_for_the_sign_in_every_replicate_and_for_every_value)
{
    TestFolder const place;
    auto const judge = [&](std::string const& answer, Arguments const& how)
    {
        fs::path const file = put_targets(
            place, holds + "shocks: {fee: {what: w, policy: " + policy("permit-fee.yaml") +
                       ", answers: {a: " + answer + "}}}");
        Arguments more = {"--shocks", "--targets", file.string()};
        more.insert(more.end(), how.begin(), how.end());
        return kochmon_with(short_targets(more));
    };
    std::string const sought = "{measure: permits_sought, month: 1, band: ";
    Outcome run = judge(sought + "[-1, -0.0001]}", {"--replicates", "8"});
    EXPECT_EQ(run.status, 7) << run.err;
    EXPECT_TRUE(std::regex_search(run.out, std::regex("inside +sign in [1-7] of 8"))) << run.out;
    EXPECT_EQ(judge(sought + "[-1, 0]}", {"--replicates", "8"}).status, 0);
    run = judge(sought + "[-1, 0]}", {"--months", "1"});
    EXPECT_EQ(run.status, 0);
    run = judge("{measure: permits_sought, month: 2, band: [-1, 0]}", {"--months", "1"});
    EXPECT_EQ(run.status, 7);
    EXPECT_THAT(run.out, HasSubstr("no value"));
}

TEST(TargetsCommand, says_what_a_dry_run_would_live)
{
    TestFolder const place;
    Outcome const run = kochmon_with(short_targets({"--dry-run", "-o", (place / "out").string()}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("baseline and 2 policies, 1 replicate"));
    EXPECT_THAT(run.out, HasSubstr("2010-01 to 2019-12, after 12 months of warm-up"));
    EXPECT_FALSE(fs::exists(place / "out"));
}

TEST(TargetsCommand, tells_the_same_on_any_threads_and_tiles)
{
    TestFolder const place;
    auto const told = [&](Arguments const& how)
    {
        fs::path const folder = place / "out";
        Arguments more = {"--months", "48", "--replicates", "2", "-o", folder.string(), "--force"};
        more.insert(more.end(), how.begin(), how.end());
        EXPECT_EQ(kochmon_with(short_targets(more)).status, 7);
        return text_of(folder / "targets.csv") + text_of(folder / "replicates.csv");
    };
    std::string const alone = told({"--threads", "1"});
    EXPECT_THAT(alone, HasSubstr("C16_legality,1,"));
    EXPECT_EQ(told({"--threads", "2"}), alone);
    EXPECT_EQ(told({"--threads", "7", "--tile-persons", "64"}), alone);
    EXPECT_EQ(told({"--threads", "1", "--tile-persons", "100000"}), alone);
}

TEST(TargetsCommand, leaves_folders_that_replay_refuses_with_what_to_do_instead)
{
    TestFolder const place;
    std::string const folder = (place / "out").string();
    ASSERT_EQ(kochmon_with(short_targets({"--months", "2", "-q", "-o", folder})).status, 7);
    Outcome const again = kochmon_with({"replay", folder});
    EXPECT_EQ(again.status, 4);
    EXPECT_EQ(again.err,
              "kochmon: " + folder +
                  "/run.json: is of kochmon targets, which replay does not repeat; run its command "
                  "again with -o of another folder and compare targets.csv of both\n");
}

namespace
{
struct RefusedTargets
{
    std::string name;
    Arguments arguments;
    int status = 0;
    std::string told;
    std::string scenario = "baseline.yaml";
    std::string file = {};  // of targets, if it is not that of the project
};

void PrintTo(RefusedTargets const& one, std::ostream* out)
{
    *out << one.name;
}

class TargetsRefuses : public testing::TestWithParam<RefusedTargets>
{
};
}  // namespace

TEST_P(TargetsRefuses, with_the_reason)
{
    TestFolder const place;
    Arguments more = {"--months", "2"};
    if (!GetParam().file.empty())
        more.insert(more.end(), {"--targets", put_targets(place, GetParam().file).string()});
    more.insert(more.end(), GetParam().arguments.begin(), GetParam().arguments.end());
    Outcome const run = kochmon_with(short_targets(more, GetParam().scenario));
    EXPECT_EQ(run.status, GetParam().status) << run.err;
    EXPECT_THAT(run.err, HasSubstr(GetParam().told));
    EXPECT_EQ(run.out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, TargetsRefuses,
    testing::Values(
        RefusedTargets{.name = "standard_output_as_a_folder",
                       .arguments = {"-o", "-"},
                       .status = 64,
                       .told = "expected the name of a folder"},
        RefusedTargets{
            .name = "an_unknown_flag", .arguments = {"--shock"}, .status = 64, .told = "--shocks"},
        RefusedTargets{.name = "no_replicates",
                       .arguments = {"--replicates", "0"},
                       .status = 64,
                       .told = "expected a whole number"},
        RefusedTargets{.name = "a_wrong_value",
                       .arguments = {"--set", "law.checks.hazard=9 RUB"},
                       .status = 2,
                       .told = "law.checks.hazard"},
        RefusedTargets{.name = "a_scenario_with_shocks",
                       .arguments = {"--targets", config_folder + "targets.yaml"},
                       .status = 2,
                       .told = "has shocks of its own; targets are measured on a scenario without",
                       .scenario = "policies/permit-fee.yaml"},
        RefusedTargets{.name = "a_file_of_targets_with_mistakes",
                       .arguments = {},
                       .status = 2,
                       .told = "mine.yaml:3:8: targets.C17.measure: is missing",
                       .file = "targets:\n  C17: {what: w, source: F8}\n"},
        RefusedTargets{.name = "a_file_without_shocks",
                       .arguments = {"--shocks"},
                       .status = 2,
                       .told = "mine.yaml: shocks: is missing",
                       .file = holds},
        RefusedTargets{.name = "a_scenario_that_is_not_there",
                       .arguments = {},
                       .status = 4,
                       .told = "nowhere.yaml",
                       .scenario = "nowhere.yaml"},
        RefusedTargets{.name = "no_targets_beside_the_scenario",
                       .arguments = {},
                       .status = 4,
                       .told = "policies/targets.yaml",
                       .scenario = "policies/permit-fee.yaml"},
        RefusedTargets{.name = "a_policy_that_is_not_there",
                       .arguments = {},
                       .status = 4,
                       .told = "nowhere.yaml",
                       .file = "targets:\n  C8: {what: w, measure: more_applications, source: F25, "
                               "policy: nowhere.yaml}\n"}),
    [](auto const& one) { return one.param.name; });
}  // namespace kochmon
