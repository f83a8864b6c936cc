// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "analysis/commands/policy_titles.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon levers`, `measures`, `policies`.
namespace kochmon
{
namespace
{
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using tests::baseline_file;

nlohmann::json listed_in_json(Arguments arguments)
{
    arguments.emplace_back("--json");
    return nlohmann::json::parse(kochmon_with(std::move(arguments)).out);
}

/// The entry of that name among those under `key`.
nlohmann::json entry_of(nlohmann::json const& list, char const* key, char const* name)
{
    for (auto const& one : list)
        if (one[key] == name) return one;
    return {};
}
}  // namespace

TEST(PolicyTitles, are_the_first_comment)
{
    TestFolder const place;
    put(place / "policies/a.yaml",
        "# yaml-language-server: $schema=x\n# What it\n# does.\n\n# More.\nschema: 1\nscenario: a\n"
        "shocks:\n  - {lever: b.c}\n  - {lever: b.c}\n  - {lever: d}\n");
    put(place / "policies/broken.yaml", "schema: [\n");
    put(place / "package.yaml", "schema: 1\nscenario: p\ninclude: [policies/a.yaml]\n");
    put(place / "base.yaml", "schema: 1\nscenario: base\n");
    auto const titles = policies_beside(place / "base.yaml");
    ASSERT_THAT(titles, SizeIs(2));
    EXPECT_EQ(titles[0].name, "a");
    EXPECT_EQ(titles[0].says, "What it does.");
    EXPECT_THAT(titles[0].levers, ElementsAre("b.c", "d"));
    EXPECT_EQ(titles[1].name, "package");
    EXPECT_EQ(titles[1].says, "");
    EXPECT_THAT(titles[1].includes, ElementsAre("policies/a.yaml"));
}

TEST(ListsCommand, tells_levers)
{
    Outcome const text = kochmon_with({"levers", baseline_file});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("jurisdictions.russia.permit.fee "));
    auto const levers = listed_in_json({"levers", baseline_file});
    auto const fee = entry_of(levers, "path", "jurisdictions.russia.permit.fee");
    EXPECT_EQ(fee["values"][0]["value"], "25000 RUB");
    for (auto const& lever : levers) EXPECT_EQ(lever["kind"], "lever");
}

TEST(ListsCommand, tells_measures)
{
    Outcome const text = kochmon_with({"measures", baseline_file});
    EXPECT_THAT(text.out, HasSubstr("legality_by_right"));
    auto const rate =
        entry_of(listed_in_json({"measures", baseline_file}), "name", "naturalization_rate");
    EXPECT_THAT(rate["by"], Contains("origin"));
    EXPECT_NE(rate["definition"], "");
}

TEST(ListsCommand, tells_policies_of_a_corridor)
{
    Outcome const text = kochmon_with({"policies", baseline_file});
    EXPECT_THAT(text.out, HasSubstr("bans-halved"));
    EXPECT_THAT(text.out, HasSubstr("  Entry bans half as long.\n"));
    auto const elsewhere =
        listed_in_json({"policies", (tests::config / "corridors/uzbekistan-russia/baseline.yaml")});
    ASSERT_THAT(elsewhere, SizeIs(1));
    EXPECT_EQ(elsewhere[0]["name"], "permit-fee");
    EXPECT_THAT(elsewhere[0]["levers"],
                ElementsAre("jurisdictions.russia.permit.fee", "jurisdictions.russia.patent.fee"));
    // By name, and of the baseline where none is given.
    EXPECT_EQ(listed_in_json({"policies", "uzbekistan-russia"})[0]["name"], "permit-fee");
    EXPECT_EQ(kochmon_with({"policies"}).status, 0);
}
}  // namespace kochmon
