// SPDX-License-Identifier: MIT
#include "analysis/targets/targets_file.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "analysis/targets/definitions.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/targets/world_of_targets.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

/// Lines of the refusal, from the name of the file on; empty if it is read.
std::vector<std::string> mistakes_of_targets(std::string const& rest)
{
    TestFolder const place;
    put(place / "t.yaml", "schema: 1\n" + rest);
    try
    {
        read_targets(place / "t.yaml", *kyrgyz_corridor());
    }
    catch (ScenarioError const& error)
    {
        std::vector<std::string> lines;
        std::istringstream told(error.what());
        for (std::string line; std::getline(told, line);)
            lines.push_back(line.substr(line.find("t.yaml")));
        return lines;
    }
    return {};
}

/// The same of a target alone, on the third line of the file, with that measure at its end.
std::vector<std::string> mistakes_of_target(std::string const& line,
                                            std::string const& measure = "persons_abroad")
{
    return mistakes_of_targets("targets:\n  " + line.substr(0, line.size() - 1) +
                               ", measure: " + measure + "}\n");
}

std::string const some_target = "targets: {C1: {what: w, source: F8, measure: persons_abroad}}\n";

/// Of the answer of a shock, on the seventh line.
std::vector<std::string> mistakes_of_answer(std::string const& answer)
{
    return mistakes_of_targets(
        some_target + "shocks:\n  s:\n    what: w\n    policy: p.yaml\n    answers: {a: " + answer +
        "}\n");
}
}  // namespace

TEST(TargetsFile, that_is_shipped_names_what_there_is)
{
    TargetsFile const file = read_targets(tests::config / "targets.yaml", *kyrgyz_corridor());
    EXPECT_EQ(file.targets.size(), 21U);
    std::set<TargetKind const*> kinds;
    for (Target const& target : file.targets)
    {
        kinds.insert(target.definition.kind);
        EXPECT_EQ(target.policy.has_value(), target.definition.needs_policy()) << target.id;
        EXPECT_TRUE(!target.policy || std::filesystem::exists(*target.policy)) << target.id;
        EXPECT_TRUE(target.band || target.id == "C13_early") << target.id;
        EXPECT_TRUE(!target.value || target.band->hold(*target.value)) << target.id;
    }
    EXPECT_EQ(kinds.size(), target_kinds().size()) << "every measure is that of some target";
    EXPECT_EQ(file.shocks.size(), 16U);
    for (ShockTest const& shock : file.shocks)
    {
        EXPECT_TRUE(std::filesystem::exists(shock.policy)) << shock.policy;
        EXPECT_FALSE(shock.answers.empty()) << shock.name;
        for (ShockAnswer const& answer : shock.answers)
            EXPECT_TRUE(shock.name != "placebo" ||
                        (answer.band->hold(0.0) && answer.band->low == answer.band->high));
    }
    EXPECT_EQ(file.text, text_of(tests::config / "targets.yaml"));
}

TEST(TargetsFile, keeps_what_it_says)
{
    TestFolder const place;
    put(place / "t.yaml",
        "schema: 1\ntargets:\n"
        "  C9: {what: 'a, b', measure: share_of_departures, from: osh_area, in: [russia, "
        "south_korea], value: 0.27, band: [-1, 0.295], source: F16}\n"
        "  C8: {what: c, measure: more_applications, source: F25, policy: sub/u.yaml}\n"
        "shocks:\n  dear:\n    what: d\n    policy: d.yaml\n    against: e.yaml\n    answers:\n"
        "      one: {measure: returns, over: months_abroad, month: 24, change: difference, "
        "band: [0.1, 0.2]}\n"
        "      two: {measure: persons, in: total}\n");
    TargetsFile const file = read_targets(place / "t.yaml", *kyrgyz_corridor());
    ASSERT_EQ(file.targets.size(), 2U);
    EXPECT_EQ(file.targets[0].what, "a, b");
    EXPECT_EQ(file.targets[0].value, 0.27);
    EXPECT_EQ(file.targets[0].band->low, -1.0);
    EXPECT_EQ(file.targets[0].band->high, 0.295);
    EXPECT_EQ(file.targets[0].source, "F16");
    EXPECT_FALSE(file.targets[0].policy);
    TargetPersons const& persons = file.targets[0].definition.persons;
    EXPECT_EQ(persons.from, kyrgyz_corridor()->group("osh_area"));
    EXPECT_THAT(std::vector<Place>(persons.in->begin(), persons.in->end()),
                ElementsAre(destinations::moscow, destinations::st_petersburg,
                            destinations::rest_of_russia, destinations::south_korea));
    EXPECT_EQ(file.targets[0].definition.text,
              "of all departures from Osh region and Osh city: those to Russia and South Korea");
    EXPECT_FALSE(file.targets[1].definition.persons.from || file.targets[1].definition.persons.in);
    EXPECT_EQ(file.targets[1].policy, place / "sub/u.yaml");
    EXPECT_FALSE(file.targets[1].value || file.targets[1].band);
    ASSERT_EQ(file.shocks.size(), 1U);
    EXPECT_EQ(file.shocks[0].name, "dear");
    EXPECT_EQ(file.shocks[0].policy, place / "d.yaml");
    EXPECT_EQ(file.shocks[0].against, place / "e.yaml");
    ASSERT_EQ(file.shocks[0].answers.size(), 2U);
    ShockAnswer const& one = file.shocks[0].answers[0];
    EXPECT_EQ(one.measure + " over " + one.over.value_or(""), "returns over months_abroad");
    EXPECT_EQ(one.month, 24);
    EXPECT_EQ(one.change, ShockAnswer::Change::difference);
    EXPECT_TRUE(one.where && one.in == "russia" && one.has_sign());
    ShockAnswer const& two = file.shocks[0].answers[1];
    EXPECT_EQ(two.month, 36);
    EXPECT_EQ(two.change, ShockAnswer::Change::relative);
    EXPECT_FALSE(two.where || two.has_sign() || two.over || two.band);
}

TEST(TargetsFile, refuses_what_it_does_not_know)
{
    EXPECT_THAT(mistakes_of_target("3C: {what: w, source: F14}"),
                ElementsAre("t.yaml:3:3: targets.3C: '3C' is no name of a target, expected a "
                            "letter, then letters, digits and _, at most 20"));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8}", "iregular_share"),
                ElementsAre(AllOf(HasSubstr("t.yaml:3:38: targets.C1.measure: 'iregular_share'"),
                                  HasSubstr("share_of_abroad, persons_abroad"))));
    EXPECT_THAT(mistakes_of_targets("targets:\n  C1: {what: w, source: F8}\n"),
                ElementsAre(HasSubstr("targets.C1.measure: is missing")));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, bnad: [0, 1]}"),
                ElementsAre("t.yaml:3:29: targets.C1.bnad: unknown key, expected one of what, "
                            "measure, from, in, value, band, source, policy, did you mean "
                            "'band'?"));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, mesure: 3}"),
                ElementsAre(HasSubstr("t.yaml:7:36: shocks.s.answers.a.mesure: unknown key")));
    EXPECT_THAT(mistakes_of_targets(some_target + "shock: {}\n"),
                ElementsAre("t.yaml:3:1: shock: unknown key, expected one of schema, targets, "
                            "shocks, did you mean 'shocks'?"));
}

TEST(TargetsFile, refuses_unknown_measures_and_words)
{
    EXPECT_THAT(mistakes_of_answer("{measure: foreign_worker}"),
                ElementsAre(testing::MatchesRegex(
                    "t.yaml:7:28: shocks.s.answers.a.measure: 'foreign_worker' is none of its "
                    "words, expected one of [0-9]+, did you mean 'foreign_workers'\\?")));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, over: nothing}"),
                ElementsAre(HasSubstr("t.yaml:7:42: shocks.s.answers.a.over: 'nothing'")));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, change: relativ}"),
                ElementsAre("t.yaml:7:44: shocks.s.answers.a.change: 'relativ' is none of its "
                            "words, expected relative or difference, did you mean 'relative'?"));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, in: germany}"),
                ElementsAre(HasSubstr("expected russia, kazakhstan, south_korea, other or total")));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, month: 121}"),
                ElementsAre(HasSubstr("expected a whole number from 1 to 120")));
}

TEST(TargetsFile, refuses_measures_that_cannot_be_asked_for_so)
{
    std::string const at = "t.yaml:7:28: shocks.s.answers.a.measure: ";
    EXPECT_THAT(mistakes_of_answer("{measure: persons}"),
                ElementsAre(at + "'persons' is not reported by where persons are, expected in: "
                                 "total beside it, or another measure"));
    EXPECT_THAT(mistakes_of_answer("{measure: naturalizations_per_departure}"),
                ElementsAre(at + "'naturalizations_per_departure' is made of twelve months, "
                                 "expected a measure of one month, ask for one measure over "
                                 "another"));
    EXPECT_THAT(mistakes_of_answer("{measure: population_growth, in: total}"),
                ElementsAre(HasSubstr("is made of twelve months")));
    EXPECT_THAT(
        mistakes_of_answer("{measure: legality_by_right, over: abroad}"),
        ElementsAre(at + "'legality_by_right' is a rate already, expected a measure that is "
                         "none"));
    EXPECT_THAT(mistakes_of_answer("{measure: returns, over: legality_by_right}"),
                ElementsAre(HasSubstr("answers.a.over: 'legality_by_right' is a rate already")));
    std::string const poorest = "first_departures_of_poorest_fifth";
    EXPECT_THAT(mistakes_of_answer("{measure: " + poorest + "}"), ElementsAre());
    EXPECT_THAT(mistakes_of_answer("{measure: " + poorest + ", in: total}"),
                ElementsAre(HasSubstr("answers.a.in: goes with a measure of the outputs alone")));
    EXPECT_THAT(mistakes_of_answer("{measure: " + poorest + ", over: abroad}"),
                ElementsAre(HasSubstr("answers.a.over: goes with a measure of the outputs alone")));
    EXPECT_THAT(mistakes_of_answer("{measure: departures, over: " + poorest + "}"),
                ElementsAre(HasSubstr("answers.a.over: '" + poorest + "' is none of its words")));
}

TEST(TargetsFile, may_ask_of_those_in_one_status)
{
    TestFolder const place;
    put(place / "t.yaml", "schema: 1\n" + some_target +
                              "shocks:\n  dear:\n    what: d\n    policy: d.yaml\n    answers:\n"
                              "      one: {measure: returns, of: {presence: overstayed}}\n"
                              "      two: {measure: returns, of: {work_right: permit}, in: total}\n"
                              "      three: {measure: returns}\n");
    std::vector<ShockAnswer> const answers =
        read_targets(place / "t.yaml", *kyrgyz_corridor()).shocks[0].answers;
    EXPECT_EQ(answers[0].of->presence, Presence::overstayed);
    EXPECT_FALSE(answers[0].of->work_right);
    EXPECT_EQ(answers[1].of->work_right, WorkRight::permit);
    EXPECT_FALSE(answers[1].of->presence || answers[2].of);
    EXPECT_EQ(answers[0].group(), "russia+overstayed");
    EXPECT_EQ(answers[1].group(), "permit");
    EXPECT_EQ(answers[2].group(), "russia");
}

TEST(TargetsFile, refuses_a_status_that_is_none_and_measures_not_told_by_it)
{
    EXPECT_THAT(mistakes_of_answer("{measure: returns, of: {presence: overstaid}}"),
                ElementsAre(HasSubstr("answers.a.of.presence: 'overstaid' is none of its words")));
    EXPECT_THAT(mistakes_of_answer("{measure: returns, of: {presence: custody}}"),
                ElementsAre(HasSubstr("answers.a.of.presence: 'custody' is none of its words")));
    EXPECT_THAT(mistakes_of_answer("{measure: returns, of: {sex: male}}"),
                Contains(HasSubstr("answers.a.of.sex: unknown key")));
    EXPECT_THAT(
        mistakes_of_answer("{measure: returns, of: {presence: overstayed, work_right: none}}"),
        ElementsAre(HasSubstr("answers.a.of: is not one status")));
    EXPECT_THAT(mistakes_of_answer("{measure: departures, of: {presence: overstayed}}"),
                ElementsAre(HasSubstr("'departures' is not reported by status")));
    EXPECT_THAT(
        mistakes_of_answer("{measure: returns, over: lawful_months, of: {presence: overstayed}}"),
        ElementsAre(HasSubstr("answers.a.over: 'lawful_months' is not reported by status")));
    EXPECT_THAT(mistakes_of_answer("{measure: first_departures_of_poorest_fifth, of: {presence: "
                                   "overstayed}}"),
                ElementsAre(HasSubstr("answers.a.of: goes with a measure of the outputs alone")));
}

TEST(TargetsFile, refuses_a_band_out_of_order)
{
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, band: [0.7, 0.5]}"),
                ElementsAre("t.yaml:3:35: targets.C1.band: the first number is above the second, "
                            "expected [lowest, highest]"));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, band: [0.7]}"),
                ElementsAre(HasSubstr("t.yaml:3:35: targets.C1.band: a list instead of two")));
    EXPECT_THAT(mistakes_of_answer("{measure: abroad, band: [0, -1]}"),
                ElementsAre(HasSubstr("t.yaml:7:42: shocks.s.answers.a.band: the first number")));
}

TEST(TargetsFile, refuses_a_share_in_per_cent)
{
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, value: 20}", "share_for_work"),
                ElementsAre("t.yaml:3:36: targets.C1.value: is no share, expected 0 to 1, such as "
                            "0.2 for 20 %"));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, band: [17, 25]}", "share_for_work"),
                ElementsAre(HasSubstr("targets.C1.band: is no share")));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, value: 20}", "persons_abroad"),
                ElementsAre());
}

TEST(TargetsFile, refuses_a_value_outside_its_band)
{
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, value: 0.8, band: [0.5, 0.7]}"),
                ElementsAre(HasSubstr("targets.C1.value: is not in its band")));
}

TEST(TargetsFile, asks_for_a_policy_where_one_is_needed_and_nowhere_else)
{
    EXPECT_THAT(mistakes_of_target("C8: {what: w, source: F25}", "more_applications"),
                ElementsAre("t.yaml:3:7: targets.C8.policy: is missing, expected a key policy"));
    EXPECT_THAT(mistakes_of_target("C16: {what: w, source: F11, policy: ''}", "change_in_number"),
                ElementsAre("t.yaml:3:39: targets.C16.policy: is empty, expected a text"));
    EXPECT_THAT(mistakes_of_target("C1: {what: w, source: F8, policy: p.yaml}"),
                ElementsAre("t.yaml:3:37: targets.C1.policy: goes with no policy, expected no such "
                            "key"));
    EXPECT_THAT(mistakes_of_target("C16_legality: {what: w, source: F11}", "change_in_legality"),
                ElementsAre(HasSubstr("t.yaml:3:17: targets.C16_legality.policy: is missing")));
}

TEST(TargetsFile, refuses_groups_and_places_that_the_corridor_does_not_have)
{
    auto const of_target = [](std::string const& more, std::string const& measure)
    { return mistakes_of_target("C1: {what: w, source: F8" + more + "}", measure); };
    EXPECT_THAT(of_target(", from: sotuh", "share_of_abroad"),
                ElementsAre("t.yaml:3:35: targets.C1.from: 'sotuh' is no group of regions of the "
                            "corridor, expected one of south, osh_area, did you mean 'south'?"));
    EXPECT_THAT(of_target("", "share_of_abroad"),
                ElementsAre(HasSubstr("targets.C1.from: is missing")));
    EXPECT_THAT(of_target("", "share_of_departures"),
                ElementsAre(HasSubstr("targets.C1.in: is missing")));
    EXPECT_THAT(of_target(", in: [russia, moscw]", "share_of_departures"),
                ElementsAre(AllOf(HasSubstr("targets.C1.in: 'moscw' is no jurisdiction or "
                                            "destination of the corridor, expected one of russia"),
                                  HasSubstr("did you mean 'moscow'?"))));
    EXPECT_THAT(of_target(", in: [russia, moscow]", "share_of_departures"),
                ElementsAre(HasSubstr("targets.C1.in: 'moscow' is in the list already")));
    EXPECT_THAT(of_target(", in: [russia, {a: b}]", "share_of_departures"),
                ElementsAre(HasSubstr("targets.C1.in: a map instead of a name")));
    EXPECT_THAT(of_target(", in: []", "share_of_departures"),
                ElementsAre(HasSubstr("targets.C1.in: names nothing")));
    EXPECT_THAT(of_target(", from: south", "remittances_over_gdp"),
                ElementsAre(HasSubstr("targets.C1.from: goes with no measure of this kind")));
    EXPECT_THAT(of_target(", in: russia", "households_on_remittances"),
                ElementsAre(HasSubstr("targets.C1.in: goes with no measure of this kind")));
}

TEST(TargetsFile, refuses_what_holds_nothing)
{
    EXPECT_THAT(mistakes_of_targets("targets: {}\n"),
                ElementsAre("t.yaml:2:10: targets: holds nothing, expected one target at least"));
    EXPECT_THAT(mistakes_of_targets("shocks: {}\n"),
                ElementsAre(HasSubstr("targets: is missing"), HasSubstr("shocks: holds nothing")));
    EXPECT_THAT(mistakes_of_targets("targets: [C1]\n"),
                ElementsAre("t.yaml:2:10: targets: a list instead of keys, expected a map"));
    EXPECT_THAT(
        mistakes_of_targets(some_target + "shocks: {s: {what: w, policy: p.yaml, answers: {}}}\n"),
        ElementsAre(HasSubstr("t.yaml:3:48: shocks.s.answers: holds nothing, expected one")));
}

TEST(TargetsFile, tells_all_mistakes_at_once_in_their_order)
{
    EXPECT_THAT(
        mistakes_of_targets("targets:\n"
                            "  C1: {what: w, value: x, measure: persons_abroad}\n"
                            "  C2: {what: w, source: F24, band: [1, 0], measure: persons_abroad}\n"
                            "shocks:\n"
                            "  s: {what: w, policy: p.yaml, answers: {a: {measure: persns}}}\n"),
        ElementsAre(HasSubstr("t.yaml:3:7: targets.C1.source: is missing"),
                    HasSubstr("t.yaml:3:24: targets.C1.value: 'x' is not a number"),
                    HasSubstr("t.yaml:4:36: targets.C2.band"),
                    HasSubstr("t.yaml:6:55: shocks.s.answers.a.measure: 'persns'")));
}

TEST(TargetsFile, that_is_not_there_is_a_file_error)
{
    EXPECT_THROW(read_targets("/nowhere/targets.yaml", *kyrgyz_corridor()), FileError);
}
}  // namespace kochmon
