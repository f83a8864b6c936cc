// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon new policy|scenario|sweep NAME`: what it writes is right as it stands.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using tests::baseline_file;

namespace fs = std::filesystem;
}  // namespace

TEST(NewFile, of_a_policy_is_valid_and_does_something)
{
    TestFolder const place;
    std::string const file = place / "mine/dearer.yaml";
    Outcome const made = kochmon_with({"new", "policy", "dearer", "-o", file});
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("kochmon validate " + file));
    EXPECT_THAT(text_of(file),
                AllOf(HasSubstr("\nscenario: dearer\n"), HasSubstr("\nbase: baseline\n"),
                      HasSubstr("  - lever: jurisdictions.russia.permit.fee\n"),
                      HasSubstr("    from: 2010-01\n")));
    Outcome const valid = kochmon_with({"validate", "--strict", file});
    EXPECT_EQ(valid.status, 0) << valid.err;
    EXPECT_EQ(valid.err, "");
    Outcome const compared = kochmon_with({"compare", baseline_file, file, "--dry-run"});
    EXPECT_EQ(compared.status, 0) << compared.err;
    EXPECT_THAT(compared.out, HasSubstr("dearer                         differs from 2010-01 on"));
}

TEST(NewFile, of_a_scenario_is_valid)
{
    TestFolder const place;
    std::string const file = place / "cheap.yaml";
    ASSERT_EQ(kochmon_with({"new", "scenario", "cheap", "-o", file}).status, 0);
    Outcome const valid = kochmon_with({"validate", "--strict", file});
    EXPECT_EQ(valid.status, 0) << valid.err;
    EXPECT_THAT(valid.out, HasSubstr("OK, scenario cheap\n"));
    EXPECT_EQ(kochmon_with({"diff", baseline_file, file}).out,
              "population.persons: 1000000 -> 100000\n");
}

TEST(NewFile, of_a_sweep_is_valid)
{
    TestFolder const place;
    std::string const file = place / "fees.yaml";
    ASSERT_EQ(kochmon_with({"new", "sweep", "fees", "-o", file}).status, 0);
    std::string text = text_of(file);
    text.replace(text.find("persons: 20000"), 14, "persons: 1000 ");
    put(file, text);
    Outcome const plan = kochmon_with({"sweep", file, "--dry-run"});
    EXPECT_EQ(plan.status, 0) << plan.err;
    EXPECT_THAT(plan.out, HasSubstr("Would run the sweep fees, a grid of 3 points"));
}

TEST(NewFile, is_of_the_corridor_of_its_base)
{
    TestFolder const place;
    std::string const file = place / "p.yaml";
    ASSERT_EQ(
        kochmon_with({"new", "policy", "p", "--like", "uzbekistan-russia", "-o", file}).status, 0);
    EXPECT_THAT(text_of(file), HasSubstr("\nbase: uzbekistan-russia\n"));
    EXPECT_EQ(kochmon_with({"validate", "--strict", file}).status, 0);
    // A file is named from where the new one lies.
    std::string const beside = place / "q.yaml";
    put(place / "base.yaml", "schema: 1\nscenario: base\nbase: baseline\n");
    ASSERT_EQ(
        kochmon_with({"new", "policy", "q", "--like", place / "base.yaml", "-o", beside}).status,
        0);
    EXPECT_THAT(text_of(beside), HasSubstr("\nbase: base.yaml\n"));
    EXPECT_EQ(kochmon_with({"validate", "--strict", beside}).status, 0);
}

TEST(NewFile, takes_the_place_of_nothing)
{
    TestFolder const place;
    std::string const file = place / "p.yaml";
    put(file, "mine");
    EXPECT_EQ(kochmon_with({"new", "policy", "p", "-o", file}).status, 3);
    EXPECT_EQ(text_of(file), "mine");
}
}  // namespace kochmon
