// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// A policy that does nothing is told of, and refused where that is asked for.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::baseline_file;

class IdlePolicy : public testing::Test
{
  protected:
    std::string policy(std::string const& rest)
    {
        std::string const file = (place_ / "policy.yaml").string();
        put(file, "schema: 1\nscenario: policy\nbase: " + base_ + "\n" + rest);
        return file;
    }
    static Outcome compared(std::string const& file, Arguments const& more = {})
    {
        Arguments arguments = {"compare", baseline_file, file, "--dry-run"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return kochmon_with(arguments);
    }

    TestFolder const place_;
    std::string const base_ = std::filesystem::relative(baseline_file, place_.path()).string();
};

TEST_F(IdlePolicy, is_told_by_validate_run_and_compare)
{
    std::string const file = policy(
        "shocks:\n"
        "  - {lever: home.return_credit.easy, set: 50 %, from: 2012-01}\n");
    for (Arguments const& verb : {Arguments{"validate", file}, Arguments{"run", file, "--dry-run"},
                                  Arguments{"compare", baseline_file, file, "--dry-run"}})
    {
        Outcome const told = kochmon_with(verb);
        EXPECT_EQ(told.status, 0) << told.err;
        EXPECT_THAT(told.err, HasSubstr("policy.yaml:5:")) << verb.front();
        EXPECT_THAT(told.err, HasSubstr("return_credit.amount is 0")) << verb.front();
        Arguments strict = verb;
        strict.emplace_back("--strict");
        Outcome const refused = kochmon_with(strict);
        EXPECT_EQ(refused.status, 2) << verb.front();
        EXPECT_THAT(refused.err, AllOf(HasSubstr("return_credit.amount is 0"),
                                       HasSubstr("refused by --strict")));
    }
}

TEST_F(IdlePolicy, without_shocks_is_one)
{
    for (std::string const rest : {"shocks: []\n", "policies: []\n"})
    {
        Outcome const told = compared(policy(rest));
        EXPECT_EQ(told.status, 0) << told.err;
        EXPECT_THAT(told.err, AllOf(HasSubstr("shocks: the list is empty: no value changes"),
                                    HasSubstr("policy: differs from baseline in no month")));
        EXPECT_EQ(compared(policy(rest), {"--strict"}).status, 2);
        EXPECT_EQ(kochmon_with({"validate", "--strict", policy(rest)}).status, 2);
    }
    EXPECT_THAT(compared(policy("")).err, HasSubstr("differs from baseline in no month"));
    EXPECT_EQ(compared(policy(""), {"--strict"}).status, 2);
}

TEST_F(IdlePolicy, that_does_something_is_none)
{
    Outcome const told = compared(
        policy("shocks:\n  - {lever: jurisdictions.russia.permit.fee, scale: 2, from: 2012-01}\n"),
        {"--strict"});
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.err, IsEmpty());
}
}  // namespace
}  // namespace kochmon
