// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "analysis/commands/facts.hpp"
#include "analysis/commands/said_of_names.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// `kochmon explain` where nobody knows the key.
namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using tests::baseline_file;

std::vector<std::string> names_of(std::vector<SaidOfName> const& found)
{
    std::vector<std::string> names;
    for (SaidOfName const& one : found) names.push_back(one.name);
    return names;
}
}  // namespace

TEST(ExplainSearch, puts_the_best_first_within_each_kind)
{
    std::vector<SaidOfName> const all = {{"key", "a.b", "How long a ban is"},
                                         {"key", "a.ban", "How long"},
                                         {"key", "a.c", "Nothing of the kind"},
                                         {"fact", "F6", "Bans of one year"}};
    EXPECT_THAT(names_of(found_among(all, "ban")), ElementsAre("a.ban", "a.b", "F6"));
    EXPECT_THAT(names_of(found_among(all, "ban year")), ElementsAre("a.ban", "F6"))
        << "the one is called so, the other holds both words";
    EXPECT_THAT(names_of(found_among(all, "wage")), ElementsAre());
    EXPECT_THAT(names_of(found_among(all, "")), ElementsAre());
}

TEST(ExplainSearch, tells_a_part_of_many)
{
    std::vector<SaidOfName> const all = {
        {"policy", "long", "Says", "5 RUB"}, {"policy", "b", "Says"}, {"policy", "c", "Says"}};
    EXPECT_EQ(found_as_text(all, 2),
              "POLICIES\n  long  Says [5 RUB]\n  b     Says\n  ... 1 more; --json lists all\n");
    EXPECT_EQ(found_as_text({}, 2), "");
}

TEST(ExplainSearch, tells_once_what_is_said_of_many_places)
{
    std::vector<SaidOfName> const all = {{"lever", "destinations.a.wage", "Pay", "5 RUB"},
                                         {"lever", "destinations.b.wage", "Pay", "5 RUB"},
                                         {"lever", "destinations.c.wage", "Pay", "5 RUB"},
                                         {"lever", "destinations.a.rent", "Pay", "5 RUB"},
                                         {"lever", "destinations.b.rent", "Pay", "6 RUB"},
                                         {"lever", "rules.a.wage", "Pay", "5 RUB"}};
    EXPECT_EQ(found_as_text(all, 9),
              "LEVERS\n"
              "  destinations.a.wage  Pay; likewise b and c [5 RUB]\n"
              "  destinations.a.rent  Pay; likewise b [5 RUB; 6 RUB]\n"
              "  rules.a.wage         Pay [5 RUB]\n");
}

TEST(ExplainSearch, reads_the_table_of_facts)
{
    auto const facts = facts_in(
        "| id | fact | becomes | as | keys |\n| --- | --- |\n"
        "| F2 | It costs 1,500. | fee | lever | `a.fee` `b.fee` | files |\nText\n");
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].id, "F2");
    EXPECT_EQ(facts[0].says, "It costs 1,500.");
    EXPECT_EQ(facts[0].becomes, "fee");
    EXPECT_THAT(facts[0].keys, ElementsAre("a.fee", "b.fee"));
}

// What a page of the documentation tells a user to look for.
TEST(ExplainSearch, looks_through_all_that_bears_a_name)
{
    Outcome const found = kochmon_with({"explain", "--search", "ban", baseline_file});
    ASSERT_EQ(found.status, 0) << found.err;
    EXPECT_THAT(found.out, AllOf(HasSubstr("LEVERS\n"),
                                 HasSubstr("  jurisdictions.russia.sanctions."
                                           "deportation_ban"),
                                 HasSubstr("\nMEASURES\n"), HasSubstr("\nPOLICIES\n"),
                                 HasSubstr("  bans-halved"), HasSubstr("\nFACTS\n  F6 ")));
    Outcome const target =
        kochmon_with({"explain", "--search", "departures Osh area", baseline_file});
    EXPECT_THAT(target.out, HasSubstr("TARGETS\n"));
    EXPECT_THAT(target.out, HasSubstr("  C3 "));
    Outcome const language =
        kochmon_with({"explain", "--search", "language test", baseline_file, "--json"});
    auto const json = nlohmann::json::parse(language.out);
    EXPECT_EQ(json["search"], "language test");
    std::vector<std::string> names;
    for (auto const& one : json["found"]) names.push_back(one["name"]);
    EXPECT_THAT(names, testing::Contains("jurisdictions.russia.naturalization.reformed.language"));
    EXPECT_EQ(names.front(), "destinations.moscow.placement.test_passed") << "which holds both";
}

TEST(ExplainSearch, is_made_of_a_word_that_is_no_key)
{
    Outcome const word = kochmon_with({"explain", "ban", baseline_file});
    EXPECT_EQ(word.status, 0);
    EXPECT_THAT(word.out, AllOf(testing::StartsWith("No key is named 'ban'; what contains it:\n\n"),
                                HasSubstr("deportation_ban")));
    auto const json =
        nlohmann::json::parse(kochmon_with({"explain", "ban", baseline_file, "--json"}).out);
    EXPECT_EQ(json["search"], "ban");
    // A path that is mistyped has a key that it means.
    EXPECT_EQ(kochmon_with({"explain", "rules.atention.abroad", baseline_file}).status, 64);
}

TEST(ExplainSearch, needs_no_scenario)
{
    Outcome const word = kochmon_with({"explain", "ban"});
    EXPECT_THAT(word.out, HasSubstr("deportation_ban")) << word.err;
}

TEST(ExplainGroups, list_keys_with_value_unit_and_meaning)
{
    Outcome const group = kochmon_with({"explain", "jurisdictions.russia.permit", baseline_file});
    EXPECT_THAT(group.out, HasSubstr("\n  fee        25000 RUB "));
    EXPECT_THAT(group.out, HasSubstr("\n  open       true "));
    EXPECT_THAT(group.out, Not(HasSubstr("Values of")));
    Outcome const alone = kochmon_with({"explain", "jurisdictions.russia.permit"});
    EXPECT_THAT(alone.out, HasSubstr("\n  fee        25000 RUB "));
    EXPECT_THAT(alone.out, HasSubstr("\nValues of "));
}

TEST(ExplainGroups, are_told_in_json)
{
    auto const group = nlohmann::json::parse(
        kochmon_with({"explain", "jurisdictions.russia.permit", baseline_file, "--json"}).out);
    EXPECT_EQ(group["path"], "jurisdictions.russia.permit");
    auto const& fee = group["keys"][4];
    EXPECT_EQ(fee["path"], "jurisdictions.russia.permit.fee");
    EXPECT_EQ(fee["kind"], "lever");
    EXPECT_EQ(fee["unit"], "RUB");
    EXPECT_EQ(fee["values"][0]["value"], "25000 RUB");
    EXPECT_EQ(fee["values"][0]["source"], "F3");
    auto const key = nlohmann::json::parse(
        kochmon_with({"explain", "jurisdictions.russia.permit.fee", baseline_file, "--json"}).out);
    EXPECT_EQ(key, fee);
    auto const all =
        nlohmann::json::parse(kochmon_with({"explain", "--all", "--json", baseline_file}).out);
    EXPECT_GT(all["keys"].size(), group["keys"].size());
}
}  // namespace kochmon
