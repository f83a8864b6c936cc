// SPDX-License-Identifier: MIT
#include "analysis/serve/results.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "analysis/serve/last_effects.hpp"
#include "analysis/serve/served_pages.hpp"
#include "analysis/serve/shown_command.hpp"

#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Kind = ResultOnDisk::Kind;

TEST(ResultsBelow, are_told_by_what_their_accounts_say)
{
    TestFolder const place;
    put(place / "run/run.json", R"({"program": "kochmon", "status": "complete", "digest": "ab",
        "scenario": "base", "ended": "2026-01-02T03:04:05Z", "command": ["k", "run", "b.yaml"]})");
    put(place / "years/one/fees/run.json",
        R"({"program": "kochmon", "status": "complete", "scenario": "base", "command": [],
            "comparison": {"policies": [{"scenario": "up"}, {"scenario": "down"}]}})");
    put(place / "sweep/study.json", R"({"kochmon": "study", "sweep": "s", "design": "grid"})");
    put(place / "begun/.kochmon", "of kochmon\n");
    put(place / "other/run.json", R"({"program": "another"})");
    put(place / "broken/run.json", "{");
    put(place / ".hidden/run.json", R"({"program": "kochmon"})");
    put(place / "a/b/c/d/run.json", R"({"program": "kochmon"})");
    std::filesystem::create_directory_symlink(place / "run", place / "again");

    std::vector<std::string> told;
    for (ResultOnDisk const& one : results_below(place.path()))
        told.push_back(one.name + " " + name_of(one.kind) + (one.is_complete ? " whole " : " ") +
                       one.what);
    EXPECT_THAT(told, ElementsAre("begun other ", "run run whole base", "sweep study s, grid",
                                  "years/one/fees comparison whole base: up, down"));
    EXPECT_THAT(open_files_in(place / "begun"), ElementsAre());
    EXPECT_THAT(open_files_in(place / "years"), ElementsAre("one/fees/run.json"));
}

TEST(LastEffects, are_the_texts_of_the_last_month)
{
    TestFolder const place;
    put(place / "effects.csv",
        "policy,month,measure,by,group,unit,base,with_policy,difference,low90,high90\n"
        "up,2010-01,abroad,total,total,persons,1,2,1,0,2\n"
        "up,2010-12,abroad,total,total,persons,1.50,2.25,0.7500000001,-1e-05,1.5\n"
        "down,2010-12,abroad,total,total,persons,1.50,1,-0.5,,\n"
        "up,2010-12,abroad,origin,osh,persons,9,9,9,9,9\n");
    auto const effects = last_effects(place.path());
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_EQ(effects[0].policy, "down");
    EXPECT_EQ(effects[0].low_90, "");
    EXPECT_EQ(effects[1].base, "1.50");
    EXPECT_EQ(effects[1].difference, "0.7500000001");
    EXPECT_EQ(effects[1].low_90, "-1e-05");
}

TEST(ShownCommand, can_be_typed_in)
{
    EXPECT_EQ(shown_command({"compare", "config/b.yaml", "-o", "out/a"}),
              "kochmon compare config/b.yaml -o out/a");
    EXPECT_EQ(shown_command({"a b", "it's", "", "$(x)"}), "kochmon 'a b' 'it'\\''s' '' '$(x)'");
}

// Names of folders, scenarios and files are others' texts.
TEST(ServedPages, write_texts_of_others_out)
{
    std::string const evil = "<script>alert(1)</script>\"'&";
    LastEffect const effect{.policy = evil,
                            .measure = evil,
                            .unit = evil,
                            .month = evil,
                            .base = evil,
                            .with_policy = evil,
                            .difference = evil,
                            .low_90 = evil,
                            .high_90 = evil};
    ResultOnDisk const result{.name = evil,
                              .kind = Kind::comparison,
                              .is_complete = true,
                              .what = evil,
                              .when = evil,
                              .digest = evil,
                              .account = Json{{evil, evil}, {"settings", {{evil, evil}}}}};
    for (std::string const& page :
         {page_of_list({evil, {result, result}, {evil}, evil}),
          page_of_result({result, {evil}, {effect}, {evil}, evil}),
          page_of_two({{evil, evil}, {{effect}, {effect}}}), page_of_trouble(evil),
          page_of_editor({evil, evil, evil, Json{{"name", evil}}, Json::array({evil})})})
    {
        EXPECT_THAT(page, Not(HasSubstr("<script>")));
        EXPECT_THAT(page, HasSubstr("<!DOCTYPE html>"));
    }
}
}  // namespace
}  // namespace kochmon
