// SPDX-License-Identifier: MIT
// One policy made of several: `policies: [a.yaml, b.yaml]`.
#include "config/joined_policies.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::Folder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string policy(std::string const& name, std::string const& rest)
{
    return "schema: 1\nscenario: " + name + "\nbase: base.yaml\n" + rest;
}

std::string shock(std::string const& change)
{
    return "shocks:\n  - {lever: law.permit.fee, " + change + "}\n";
}

/// Two policies on the permit fee, of 25,000 RUB in the base, and what names both.
struct Joined
{
    explicit Joined(std::string const& rest)
    {
        folder.write("base.yaml", sample::complete);
        folder.write("dearer.yaml", policy("dearer", shock("add: 1_000 RUB, from: 2006-01")));
        folder.write("doubled.yaml", policy("doubled", shock("scale: 2, from: 2006-02")));
        both = folder.write("both.yaml", policy("both", rest));
    }
    double fee(char const* month) const
    {
        Scenario const scenario = Scenario::load(both, sample::declarations());
        return scenario.values("law.permit.fee", *Month::parse(month)).front();
    }
    std::string mistake() const
    {
        try
        {
            Scenario::load(both, sample::declarations());
        }
        catch (ScenarioError const& error)
        {
            return error.what();
        }
        return "none";
    }

    Folder folder;
    std::filesystem::path both;
};
}  // namespace

TEST(JoinedPolicies, hold_the_shocks_of_all_and_their_own)
{
    Joined const joined("policies: [doubled.yaml, dearer.yaml]\n" +
                        shock("add: 500 RUB, from: 2006-03"));
    EXPECT_EQ(joined.fee("2005-12"), 25'000);
    EXPECT_EQ(joined.fee("2006-01"), 26'000);
    EXPECT_EQ(joined.fee("2006-02"), 52'000) << "in the order of their months";
    EXPECT_EQ(joined.fee("2006-03"), 52'500);
}

TEST(JoinedPolicies, are_resolved_into_shocks)
{
    Joined const joined("policies: [dearer.yaml]\n");
    std::string const resolved = Scenario::load(joined.both, sample::declarations()).resolved();
    EXPECT_THAT(resolved, AllOf(HasSubstr("add: 1000 RUB"), testing::Not(HasSubstr("policies"))));
}

TEST(JoinedPolicies, that_move_one_value_in_one_month_are_refused)
{
    Joined const joined("policies: [dearer.yaml]\n" + shock("scale: 2, from: 2006-01"));
    EXPECT_THAT(joined.mistake(),
                HasSubstr("both.yaml:6:36: law.permit.fee: a second shock from 2006-01"));
}

TEST(JoinedPolicies, tell_mistakes_where_they_stand)
{
    Joined const joined("policies: [dearer.yaml]\n");
    joined.folder.write("dearer.yaml", policy("dearer", shock("add: 1_000 KG, from: 2006-01")));
    EXPECT_THAT(joined.mistake(), HasSubstr("dearer.yaml:5:34: law.permit.fee: wrong unit 'KG'"));
}

TEST(JoinedPolicies, that_hold_more_than_shocks_or_none_are_refused)
{
    Joined const joined("policies: [dearer.yaml]\n");
    joined.folder.write("dearer.yaml", policy("dearer", "time: {months: 12}\n"));
    EXPECT_THAT(joined.mistake(), HasSubstr("dearer.yaml:4:1: time: a key beside the shocks"));
    joined.folder.write("dearer.yaml", policy("dearer", "policies: [doubled.yaml]\n"));
    EXPECT_THAT(joined.mistake(), HasSubstr("dearer.yaml:4:1: policies: a key beside the shocks"));
    joined.folder.write("dearer.yaml", policy("dearer", ""));
    EXPECT_THAT(joined.mistake(), HasSubstr("dearer.yaml:1:1: policies: a policy without shocks"));
    joined.folder.write("dearer.yaml", "schema: 99\nscenario: s\nshocks: []\n");
    EXPECT_THAT(joined.mistake(), HasSubstr("dearer.yaml:1:1: schema: a policy without schema: 1"));
}

TEST(JoinedPolicies, that_are_no_list_of_files_are_refused)
{
    EXPECT_THAT(Joined("policies: dearer.yaml\n").mistake(), HasSubstr("instead of a list"));
    EXPECT_THAT(Joined("policies: [[dearer.yaml]]\n").mistake(), HasSubstr("instead of a file"));
    EXPECT_THAT(Joined("policies: [nowhere.yaml]\n").mistake(),
                HasSubstr("policies: there is no file"));
}
}  // namespace kochmon
