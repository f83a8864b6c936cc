// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `compare BASE POLICY...` lays a policy over the base given.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::baseline_file;
using tests::permit_fee_file;

namespace fs = std::filesystem;

/// Base and policies, each run for a few months by few persons.
Outcome brief_compare(Arguments const& files, fs::path const& folder)
{
    Arguments arguments = {"compare"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    for (std::string const& word :
         {std::string("--persons"), std::string("2000"), std::string("--months"), std::string("3"),
          std::string("--set"), std::string("time.start=2009-11"), std::string("--set"),
          std::string("time.warm_up=2 months"), std::string("--progress"), std::string("none"),
          std::string("--replicates"), std::string("1"), std::string("-o"), folder.string()})
        arguments.push_back(word);
    return kochmon_with(std::move(arguments));
}

/// A base in which a permit costs 30,000 roubles, where the baseline has 25,000.
std::string dear_base(TestFolder const& place)
{
    put(place / "dear.yaml",
        "schema: 1\nscenario: dear\nbase: baseline\n"
        "jurisdictions: {russia: {permit: {fee: {value: 30000 RUB, source: assumption}}}}\n");
    return place / "dear.yaml";
}
}  // namespace

TEST(LaidOver, is_the_base_of_the_command_line)
{
    TestFolder const place;
    Outcome const run = brief_compare({dear_base(place), permit_fee_file}, place / "compared");
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.err, HasSubstr("permit-fee is laid over dear; the base that it names, "));
    EXPECT_THAT(run.err, Not(HasSubstr("beside its shocks")));
    EXPECT_THAT(text_of(place / "compared/policy-permit-fee.yaml"), HasSubstr("30000 RUB"));
    auto const account = nlohmann::json::parse(text_of(place / "compared/run.json"));
    std::string const not_read = account["comparison"]["policies"][0]["base_not_read"];
    EXPECT_THAT(not_read, testing::EndsWith("config/baseline.yaml"));
    EXPECT_EQ(kochmon_with({"replay", (place / "compared").string()}).status, 0);
}

TEST(LaidOver, is_not_told_where_the_policy_names_that_base)
{
    TestFolder const place;
    Outcome const run = brief_compare({baseline_file, permit_fee_file}, place / "compared");
    EXPECT_THAT(run.err, Not(HasSubstr("laid over")));
    auto const account = nlohmann::json::parse(text_of(place / "compared/run.json"));
    EXPECT_TRUE(account["comparison"]["policies"][0]["base_not_read"].is_null());
}

TEST(LaidOver, needs_no_base_of_the_policy)
{
    TestFolder const place;
    put(place / "p.yaml",
        "schema: 1\nscenario: p\nshocks:\n"
        "  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2010-01}\n");
    Outcome const run = kochmon_with({"compare", "baseline", place / "p.yaml", "--dry-run"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("differs from 2010-01 on"));
    EXPECT_EQ(run.err, "");
}

TEST(LaidOver, is_the_base_of_the_policy_where_none_is_given)
{
    Outcome const run = kochmon_with({"compare", "permit-fee", "--dry-run"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Would compare 1 policy with baseline, "));
    Outcome const base = kochmon_with({"compare", "baseline", "--dry-run"});
    EXPECT_EQ(base.status, 64);
    EXPECT_THAT(base.err, HasSubstr("one policy that names its base"));
}

TEST(LaidOver, is_of_the_same_corridor)
{
    Outcome const run = kochmon_with(
        {"compare", "baseline",
         (tests::config / "corridors/uzbekistan-russia/permit-fee.yaml").string(), "--dry-run"});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err,
                AllOf(HasSubstr("permit-fee.yaml: is written for the corridor uzbekistan-russia"),
                      HasSubstr("of the corridor kyrgyzstan-russia")));
}

TEST(LaidOver, may_be_a_package)
{
    TestFolder const place;
    put(place / "package.yaml",
        "schema: 1\nscenario: package\ninclude: [permit-fee, bans-halved]\n");
    std::string const package = place / "package.yaml";
    Outcome const run = kochmon_with({"compare", "baseline", package, "--dry-run"});
    EXPECT_EQ(run.status, 0) << run.err;
    put(place / "more.yaml",
        "schema: 1\nscenario: more\nshocks:\n"
        "  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2012-01}\n");
    put(place / "package.yaml",
        "schema: 1\nscenario: package\nbase: baseline\ninclude: [permit-fee, more.yaml]\n");
    Outcome const refused = kochmon_with({"validate", package});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err,
                AllOf(HasSubstr("more.yaml:4:"), HasSubstr("policies/permit-fee.yaml:8:")));
    put(place / "less.yaml",
        "schema: 1\nscenario: less\nshocks:\n"
        "  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2010-01, until: 2012-01}\n");
    put(place / "package.yaml",
        "schema: 1\nscenario: package\nbase: baseline\ninclude: [more.yaml, less.yaml]\n");
    Outcome const told = kochmon_with({"validate", package});
    EXPECT_EQ(told.status, 0);
    EXPECT_THAT(told.err, AllOf(HasSubstr("act in this order: jurisdictions.russia.permit.fee: "),
                                HasSubstr("less.yaml:4 (2010-01 to 2011-12), then "),
                                HasSubstr("more.yaml:4 (2012-01 on)")));
}
}  // namespace kochmon
