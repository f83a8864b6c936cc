// SPDX-License-Identifier: MIT
// A package of policies: `include: [a.yaml, b.yaml]`.
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/shock_order.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// A file of shocks on the permit fee, of 25,000 RUB in the base until 2006-07.
std::string fee_policy(std::string const& name, std::string const& change)
{
    return "schema: 1\nscenario: " + name +
           "\nbase: base.yaml\nshocks:\n  - {lever: "
           "law.permit.fee, " +
           change + "}\n";
}

struct Package
{
    /// Of `dearer`, 1,000 RUB more until 2006-03, and of `doubled` with that change.
    explicit Package(std::string const& doubled, std::string const& rest = {})
    {
        folder.write("base.yaml", sample::complete);
        folder.write("dearer.yaml",
                     fee_policy("dearer", "add: 1_000 RUB, from: 2006-01, until: 2006-03"));
        folder.write("doubled.yaml", fee_policy("doubled", doubled));
        file = folder.write("both.yaml",
                            "schema: 1\nscenario: both\nbase: base.yaml\n"
                            "include: [dearer.yaml, doubled.yaml]\n" +
                                rest);
    }
    Scenario load() const { return Scenario::load(file, sample::declarations()); }
    std::vector<std::string> mistakes() const { return sample::mistakes_of(file); }
    double fee(char const* month) const
    {
        return load().values("law.permit.fee", *Month::parse(month)).front();
    }

    sample::Folder folder;
    std::filesystem::path file;
};
}  // namespace

TEST(IncludedPolicies, hold_one_after_another)
{
    Package const package("scale: 2, from: 2006-03");
    EXPECT_EQ(package.fee("2006-02"), 26'000);
    EXPECT_EQ(package.fee("2006-03"), 50'000) << "the first holds no longer";
}

TEST(IncludedPolicies, that_move_one_lever_at_once_are_ambiguous)
{
    EXPECT_THAT(Package("scale: 2, from: 2006-02").mistakes(),
                ElementsAre(AllOf(
                    HasSubstr("doubled.yaml:5:36: law.permit.fee: a shock in months in which that "
                              "of "),
                    HasSubstr("dearer.yaml:5:34 holds too, in another file of the package, so "
                              "that it is open which acts first"))));
    EXPECT_THAT(Package("scale: 2, from: 2006-01").mistakes(),
                ElementsAre(HasSubstr("a second shock from 2006-01 (the first is at ")));
}

// Shocks of one file are written for each other: they act in the order of their months.
TEST(IncludedPolicies, may_hold_several_shocks_that_follow_each_other)
{
    Package package("scale: 2, from: 2006-04");
    package.folder.write("dearer.yaml",
                         fee_policy("dearer",
                                    "add: 1_000 RUB, from: 2006-01, until: 2006-03}\n  - {lever: "
                                    "law.permit.fee, scale: 3, from: 2006-02, until: 2006-04"));
    EXPECT_EQ(package.fee("2006-02"), 78'000);
    EXPECT_EQ(package.fee("2006-04"), 50'000);
}

TEST(IncludedPolicies, are_not_ambiguous_beside_shocks_of_other_groups)
{
    Package package("scale: 2, from: 2006-03");
    auto const of_groups = [](char const* name, char const* origin)
    {
        return std::string("schema: 1\nscenario: ") + name +
               "\nshocks:\n  - {lever: law.permit.compliance, set: 30 %, from: 2006-01, group: "
               "{origin: [" +
               origin + "]}}\n";
    };
    package.folder.write("dearer.yaml", of_groups("dearer", "osh"));
    package.folder.write("doubled.yaml", of_groups("doubled", "north"));
    EXPECT_THAT(package.mistakes(), ElementsAre());
    package.folder.write("doubled.yaml", of_groups("doubled", "osh, north"));
    EXPECT_THAT(package.mistakes(), ElementsAre(HasSubstr("a second shock from 2006-01")));
}

// The file that names others is one of the package.
TEST(IncludedPolicies, are_ambiguous_beside_shocks_of_the_package_itself)
{
    Package const package("scale: 2, from: 2006-03",
                          "shocks: [{lever: law.permit.fee, add: 5 RUB, from: 2006-04}]\n");
    EXPECT_THAT(package.mistakes(),
                ElementsAre(AllOf(HasSubstr("both.yaml:5:39: law.permit.fee: a shock in months"),
                                  HasSubstr("doubled.yaml:5:36"))));
}

TEST(IncludedPolicies, may_be_packages)
{
    Package package("scale: 2, from: 2006-03");
    auto const outer = package.folder.write(
        "outer.yaml", "schema: 1\nscenario: outer\nbase: base.yaml\ninclude: [both.yaml]\n");
    Scenario const scenario = Scenario::load(outer, sample::declarations());
    EXPECT_EQ(scenario.values("law.permit.fee", *Month::parse("2006-03")).front(), 50'000);
    package.folder.write("doubled.yaml", "schema: 1\nscenario: doubled\ninclude: [outer.yaml]\n");
    EXPECT_THAT(sample::mistakes_of(outer), ElementsAre(HasSubstr("form no circle")));
}

TEST(IncludedPolicies, are_each_in_a_package_once)
{
    Package package("scale: 2, from: 2006-03");
    package.folder.write("both.yaml",
                         "schema: 1\nscenario: both\nbase: base.yaml\n"
                         "include: [dearer.yaml, ./dearer.yaml]\n");
    EXPECT_THAT(package.mistakes(),
                ElementsAre(HasSubstr("both.yaml:4:24: include: './dearer.yaml' is in this "
                                      "package already, expected each policy once")));
}

TEST(IncludedPolicies, are_told_in_their_order)
{
    Package const package("scale: 2, from: 2006-03");
    std::string const folder = (package.file.parent_path() / "").string();
    EXPECT_THAT(orders_of_shocks(package.load()),
                ElementsAre("law.permit.fee: " + folder +
                            "dearer.yaml:5 (2006-01 to 2006-02), "
                            "then " +
                            folder + "doubled.yaml:5 (2006-03 on)"));
    EXPECT_THAT(orders_of_shocks(Scenario::load(
                    package.folder.write("one.yaml", fee_policy("one", "scale: 2, from: 2006-01")),
                    sample::declarations())),
                ElementsAre());
}
}  // namespace kochmon
