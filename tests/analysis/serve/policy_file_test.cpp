// SPDX-License-Identifier: MIT
#include "analysis/serve/policy_file.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;

DraftShock fee(std::string const& amount)
{
    return {.lever = "jurisdictions.russia.permit.fee",
            .operation = "set",
            .amount = amount,
            .from = "2010-01"};
}

TEST(PolicyText, is_a_policy_file_with_a_line_a_field)
{
    PolicyDraft draft{.name = "fee-up", .shocks = {fee("1500 RUB"), fee("1600 RUB")}};
    draft.shocks[1].until = "2012-01";
    draft.shocks[1].ramp = "6 months";
    draft.shocks[1].groups = {{"origin", {"osh", "batken"}}, {"destination", {}}};
    PolicyText const written = policy_text(draft, "../base.yaml");
    EXPECT_THAT(written.text, HasSubstr("schema: 1\nscenario: fee-up\nbase: "));
    EXPECT_THAT(written.text, HasSubstr("shocks:\n"
                                        "  - lever: jurisdictions.russia.permit.fee\n"
                                        "    set: 1500 RUB\n"
                                        "    from: 2010-01\n"));
    EXPECT_THAT(written.text, HasSubstr("    until: 2012-01\n    ramp: 6 months\n"
                                        "    group: {origin: [osh, batken]}\n"));
    auto const lines =
        static_cast<std::size_t>(std::count(written.text.begin(), written.text.end(), '\n'));
    ASSERT_EQ(written.fields.size(), lines);
    EXPECT_EQ(written.fields[6], (FieldOfDraft{0, "amount"}));
    EXPECT_EQ(written.fields.back(), (FieldOfDraft{1, "groups"}));
}

TEST(PolicyText, is_read_back_as_it_was_typed)
{
    PolicyDraft draft{.name = "fee-up", .shocks = {fee("1500 RUB")}};
    draft.shocks[0].groups = {{"origin", {"osh"}}};
    draft.shocks[0].ramp = "6 months";
    auto const again = draft_in(policy_text(draft, "../base.yaml").text);
    ASSERT_TRUE(again);
    EXPECT_EQ(as_json(*again), as_json(draft));
    EXPECT_FALSE(draft_in("schema: 1\nscenario: a\nbase: b.yaml\ntime: {months: 3}\nshocks: []\n"));
    EXPECT_FALSE(
        draft_in("schema: 1\nshocks:\n  - {lever: a, set: 1, from: 2010-01, source: F3}\n"));
    EXPECT_FALSE(draft_in("shocks: [\n"));
}

// Whatever is typed stands there as one text: no key, list, comment or line of its own.
TEST(PolicyText, holds_what_is_typed_as_one_text)
{
    for (std::string const& typed :
         {std::string("1 RUB # free"), std::string("{a: b}"), std::string("[1, 2]"),
          std::string("1\", from: 2011-01, \""), std::string("'"), std::string("*all"),
          std::string("- 1"), std::string("a: b"), std::string("!!int 1"), std::string("|"),
          std::string("%"), std::string("\\n"), std::string("~"), std::string("25,000 RUB"),
          std::string("1\xc2\xa0"
                      "500 RUB"),
          std::string("-5 RUB"), std::string("+10 %")})
    {
        PolicyDraft draft{.name = "p", .shocks = {fee(typed)}};
        auto const again = draft_in(policy_text(draft, "b.yaml").text);
        ASSERT_TRUE(again) << typed;
        ASSERT_EQ(again->shocks.size(), 1U) << typed;
        EXPECT_EQ(again->shocks[0].amount, typed);
        EXPECT_EQ(again->shocks[0].from, "2010-01") << typed;
    }
}

TEST(PolicyText, is_known_until_it_is_changed)
{
    std::string const text = policy_text({.name = "p", .shocks = {fee("1 RUB")}}, "b.yaml").text;
    EXPECT_TRUE(is_as_written(text));
    EXPECT_FALSE(is_as_written(text + "\n"));
    EXPECT_FALSE(is_as_written(text.substr(text.find('\n') + 1)));
    EXPECT_FALSE(is_as_written(""));
}

TEST(MistakesOfDraft, stand_at_their_fields)
{
    PolicyText const written = policy_text({.name = "p", .shocks = {fee("-1 RUB")}}, "b.yaml");
    auto const mistakes = mistakes_at_fields(
        "a/p.yaml:7:10: jurisdictions.russia.permit.fee: below\n"
        "a/p.yaml:3:1: scenario: odd\na/p.yaml:99:1: x: far\nb.yaml:7:1: elsewhere\nno place",
        "a/p.yaml", written);
    ASSERT_EQ(mistakes.size(), 5U);
    EXPECT_EQ(mistakes[0].field, (FieldOfDraft{0, "amount"}));
    EXPECT_EQ(mistakes[0].text, "below");
    for (std::size_t at = 1; at < mistakes.size(); ++at) EXPECT_FALSE(mistakes[at].field) << at;
    EXPECT_EQ(mistakes[1].text, "scenario: odd");
    EXPECT_EQ(mistakes[3].text, "b.yaml:7:1: elsewhere");
}

TEST(DraftSent, is_refused_where_no_page_of_ours_sends_it)
{
    Json const good = as_json({.name = "p", .shocks = {fee("1 RUB")}});
    EXPECT_EQ(as_json(draft_of(good)), good);
    for (char const* const field : {"lever", "operation", "amount", "from", "until", "ramp"})
    {
        Json bad = good;
        bad["shocks"][0].erase(field);
        EXPECT_THROW(draft_of(bad), UsageError) << field;
        bad["shocks"][0][field] = "a\nb";
        EXPECT_THROW(draft_of(bad), UsageError) << field;
        bad["shocks"][0][field] = std::string(1000, '1');
        EXPECT_THROW(draft_of(bad), UsageError) << field;
    }
    Json bad = good;
    bad["shocks"][0]["operation"] = "base";
    EXPECT_THROW(draft_of(bad), UsageError);
    bad = good;
    bad["shocks"][0]["groups"] = Json::parse(R"({"origin": [1]})");
    EXPECT_THROW(draft_of(bad), UsageError);
    EXPECT_THROW(draft_of(Json::array()), UsageError);
    EXPECT_THROW(draft_of(Json::parse(R"({"name": "p", "shocks": 3})")), UsageError);
}
}  // namespace
}  // namespace kochmon
