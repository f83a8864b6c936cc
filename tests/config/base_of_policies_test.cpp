// SPDX-License-Identifier: MIT
// Another base in the place of the one that a policy names (Overrides::base).
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

std::string const doubled_fee =
    "schema: 1\nscenario: p\nshocks: [{lever: law.permit.fee, scale: 2, from: 2006-01}]\n";

/// A base whose permit costs 25,000 RUB, and `other.yaml` of 10,000.
struct TwoBases
{
    TwoBases()
    {
        folder.write("base.yaml", sample::complete);
        other = folder.write("other.yaml",
                             "schema: 1\nscenario: other\nbase: base.yaml\n"
                             "law: {permit: {fee: 10_000 RUB}}\n");
    }
    Scenario load(std::string const& policy) const
    {
        Overrides overrides;
        overrides.base = other;
        return Scenario::load(folder.write("p.yaml", policy), sample::declarations(), overrides);
    }
    static double fee(Scenario const& scenario)
    {
        return scenario.values("law.permit.fee", *Month::parse("2006-01")).front();
    }

    sample::Folder folder;
    std::filesystem::path other;
};
}  // namespace

TEST(BaseOfPolicies, may_be_another_than_the_one_named)
{
    TwoBases const bases;
    Scenario const policy = bases.load("base: base.yaml\n" + doubled_fee);
    EXPECT_EQ(TwoBases::fee(policy), 20'000);
    EXPECT_EQ(policy.content().base_not_read, bases.other.parent_path() / "base.yaml");
}

TEST(BaseOfPolicies, is_not_told_where_it_is_the_one_named)
{
    TwoBases const bases;
    EXPECT_EQ(bases.load("base: ./other.yaml\n" + doubled_fee).content().base_not_read,
              std::nullopt);
}

TEST(BaseOfPolicies, need_not_be_named_nor_be_there)
{
    TwoBases const bases;
    EXPECT_EQ(TwoBases::fee(bases.load(doubled_fee)), 20'000);
    EXPECT_EQ(bases.load(doubled_fee).content().base_not_read, std::nullopt);
    EXPECT_EQ(TwoBases::fee(bases.load("base: moved/away.yaml\n" + doubled_fee)), 20'000);
}

// A scenario that names no base and says more than shocks is one by itself.
TEST(BaseOfPolicies, is_none_under_a_whole_scenario)
{
    TwoBases const bases;
    EXPECT_EQ(TwoBases::fee(bases.load(sample::complete)), 25'000);
}
}  // namespace kochmon
