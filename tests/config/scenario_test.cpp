// SPDX-License-Identifier: MIT
#include "config/scenario.hpp"

#include <locale>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using sample::Folder;
using sample::mistakes;
using sample::mistakes_of;
using sample::value;
using sample::with;
using testing::ElementsAre;
using testing::HasSubstr;

std::string const head_of_child = "schema: 1\nscenario: child\nbase: base.yaml\n";

/// Mistakes of a child that rests on the complete sample.
std::vector<std::string> mistakes_of_child(std::string const& rest)
{
    Folder const folder;
    folder.write("base.yaml", complete);
    return mistakes_of(folder.write("child.yaml", head_of_child + rest));
}

std::vector<std::string> mistakes_of_set(std::string const& set)
{
    return mistakes(complete, {.set = {set}});
}
}  // namespace

TEST(Scenario, settings_are_read)
{
    Scenario const scenario = sample::load(complete);
    EXPECT_EQ(scenario.name(), "sample");
    EXPECT_EQ(scenario.settings().start, Month::of(2005, 1));
    EXPECT_EQ(scenario.settings().first_reported(), Month::of(2006, 1));
    EXPECT_EQ(scenario.settings().end(), Month::of(2008, 1));
    EXPECT_EQ(scenario.settings().persons, 100'000);
    EXPECT_EQ(scenario.settings().seed, 7U);
    EXPECT_FALSE(scenario.settings().population_seed);
}

TEST(Scenario, full_means_one_agent_a_person)
{
    EXPECT_FALSE(sample::load(with("100_000", "full")).settings().persons);
}

TEST(Scenario, the_locale_of_the_machine_changes_nothing)
{
    struct CommaDecimals : std::numpunct<char>
    {
        char do_decimal_point() const override { return ','; }
        std::string do_grouping() const override { return "\3"; }
    };
    std::string const text = sample::load(complete).resolved();
    std::locale const before = std::locale::global(std::locale({}, new CommaDecimals));
    std::string const elsewhere = sample::load(complete).resolved();
    std::locale::global(before);
    EXPECT_EQ(elsewhere, text);
}

TEST(Scenario, settings_are_checked)
{
    EXPECT_THAT(mistakes(with("scenario: sample", "scenario: Sample 2")),
                ElementsAre("s.yaml:2:11: scenario: 'Sample 2' is no name of a scenario, expected "
                            "lower-case letters, digits and -, did you mean 'sample-2'?"));
    EXPECT_THAT(mistakes(with("schema: 1", "schema: 2")),
                ElementsAre("s.yaml:1:9: schema: '2' is no schema of this program, expected 1"));
    EXPECT_THAT(mistakes(with("months: 24", "months: 24 months")),
                ElementsAre("s.yaml:3:52: time.months: '24 months' is not a number, expected a "
                            "whole number from 1 to 2400, write '24'"));
    EXPECT_THAT(mistakes(with("warm_up: 12 months", "warm_up: 12")),
                ElementsAre("s.yaml:3:33: time.warm_up: '12' has no unit, expected whole months "
                            "from 0 to 2400, such as 6 months, write '12 months', '12 days' or "
                            "'12 years', whichever is meant"));
    EXPECT_THAT(mistakes(with("seed: 7", "seed: 4294967296")),
                ElementsAre("s.yaml:6:9: population.seed: '4294967296' is out of range, expected a "
                            "whole number from 0 to 4294967295"));
    EXPECT_THAT(mistakes(with("100_000", "all")),
                ElementsAre("s.yaml:5:12: population.persons: 'all' is not a number, expected a "
                            "whole number from 1 to 1000000000, or full"));
}

TEST(Scenario, unknown_keys_are_told_with_a_suggestion)
{
    EXPECT_THAT(mistakes(with("duration:", "durtaion:")),
                ElementsAre("s.yaml:23:5: law.permit.durtaion: unknown key, did you mean "
                            "'duration'?"));
    EXPECT_THAT(mistakes(with("permit:", "premit:")),
                ElementsAre("s.yaml:18:3: law.premit: unknown key, did you mean 'permit'?"));
    // A key that stands elsewhere is told with its whole path.
    EXPECT_THAT(
        mistakes(complete + std::string("fee: 3 RUB\n")),
        ElementsAre("s.yaml:34:1: fee: unknown key, expected one of schema, scenario, base, "
                    "time, population, markets, law, rules, include, policies, shocks, "
                    "did you mean 'law.permit.fee'?"));
}

TEST(Scenario, missing_keys_are_told_at_the_enclosing_map)
{
    EXPECT_THAT(mistakes(with("  elasticity: {value: -0.1, source: assumption}\n", "")),
                ElementsAre("s.yaml:10:1: markets.elasticity: is missing, expected a key "
                            "elasticity"));
    EXPECT_THAT(mistakes(with("  seed: 7\n", "")),
                ElementsAre("s.yaml:4:1: population.seed: is missing, expected a key seed"));
}

TEST(Scenario, a_missing_map_is_told_once)
{
    std::string const text = complete;
    std::string const without_rules = text.substr(0, text.find("rules:"));
    EXPECT_THAT(mistakes(without_rules),
                ElementsAre("s.yaml:1:1: rules: is missing, expected a map with departure"));
}

TEST(Scenario, a_text_without_keys_is_refused)
{
    EXPECT_THAT(mistakes(""), ElementsAre("s.yaml:1:1: (file): nothing instead of keys, expected a "
                                          "map that begins with schema: 1"));
    EXPECT_THAT(mistakes("- a\n"), ElementsAre(HasSubstr("a list instead of keys")));
}

TEST(Scenario, a_scalar_for_a_map_is_told_once)
{
    EXPECT_THAT(
        mistakes_of_child("law: 3\n"),
        ElementsAre("child.yaml:4:6: law: '3' instead of a map, expected a map with permit, "
                    "check"));
}

TEST(Scenario, all_mistakes_are_told_at_once_in_order)
{
    EXPECT_THAT(mistakes(with("18 months", "18",
                              with("value: 30,", "value: 300,", with("seed: 7", "seed: x")))),
                ElementsAre(HasSubstr("s.yaml:6:9: population.seed"),
                            HasSubstr("s.yaml:15:26: markets.exchange.rub_per_usd"),
                            HasSubstr("s.yaml:31:14: rules.departure.horizon")));
}

TEST(Scenario, of_many_mistakes_twenty_are_told)
{
    std::string text = complete;
    for (int line = 0; line < 30; ++line) text += fmt::format("unheard_of_{}: 1\n", line);
    auto const told = mistakes(text);
    ASSERT_EQ(told.size(), 21U);
    EXPECT_EQ(told.back(), "and 10 more");
}

TEST(Scenario, says_only_what_differs_from_its_base)
{
    Folder const folder;
    folder.write("base.yaml", complete);
    auto const file = folder.write("policies/child.yaml",
                                   "schema: 1\nscenario: child\nbase: ../base.yaml\n"
                                   "time: {months: 12}\n"
                                   "law: {permit: {fee: {value: 1 RUB, source: F9}}}\n");
    Scenario const scenario = Scenario::load(file, sample::declarations());
    EXPECT_EQ(scenario.name(), "child");
    EXPECT_EQ(scenario.settings().months, 12);
    EXPECT_EQ(scenario.settings().warm_up, 12);
    // The base's list of dated values is replaced whole.
    EXPECT_EQ(value(scenario, "law.permit.fee", "2005-01"), 1);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2006-12"), 1);
    EXPECT_EQ(value(scenario, "law.permit.quota", "2005-01"), 4600);
    EXPECT_EQ(scenario.table("population.tables.pyramid").rows(), 2U);
    std::vector<std::string> names;
    for (auto const& [path, text] : scenario.files_read()) names.push_back(path.filename());
    EXPECT_THAT(names, ElementsAre("child.yaml", "base.yaml", "pyramid.csv"));
}

TEST(Scenario, bases_may_rest_on_bases)
{
    Folder const folder;
    folder.write("a.yaml", complete);
    folder.write("b.yaml", "schema: 1\nscenario: b\nbase: a.yaml\nlaw: {check: 1 %/month}\n");
    auto const file = folder.write("c.yaml", "schema: 1\nscenario: c\nbase: b.yaml\n");
    EXPECT_EQ(value(Scenario::load(file, sample::declarations()), "law.check", "2005-01"), 0.01);
}

TEST(Scenario, mistakes_of_a_base_are_told_in_its_file)
{
    Folder const folder;
    folder.write("base.yaml",
                 with("horizon: 18 months\n", "horizont: 18 months\n",
                      with("  check: {value: 2.4 %/month, source: \"F6, F7\"}\n", "")));
    EXPECT_THAT(
        mistakes_of(folder.write("child.yaml", head_of_child + "law: {permit: {fees: 1 RUB}}\n")),
        ElementsAre("child.yaml:4:16: law.permit.fees: unknown key, did you mean 'fee'?",
                    "base.yaml:17:1: law.check: is missing, expected a key check",
                    "base.yaml:30:5: rules.departure.horizont: unknown key, did you mean "
                    "'horizon'?"));
}

TEST(Scenario, a_circle_of_bases_is_refused)
{
    Folder const folder;
    folder.write("base.yaml", "schema: 1\nscenario: b\nbase: ./child.yaml\n");
    EXPECT_THAT(mistakes_of(folder.write("child.yaml", head_of_child)),
                ElementsAre("base.yaml:3:7: base: './child.yaml' leads back to a file that is "
                            "based on this one, expected bases that form no circle"));
    EXPECT_THAT(mistakes_of(folder.write("own.yaml", "schema: 1\nscenario: own\nbase: own.yaml\n")),
                ElementsAre(HasSubstr("own.yaml:3:7: base: 'own.yaml' leads back")));
}

TEST(Scenario, a_base_that_is_not_there_is_told_at_its_name)
{
    EXPECT_THAT(mistakes("schema: 1\nscenario: s\nbase: none.yaml\n"),
                ElementsAre(HasSubstr("s.yaml:3:7: base: there is no file ")));
    EXPECT_THAT(mistakes("schema: 1\nscenario: s\nbase: /etc/passwd\n"),
                ElementsAre(HasSubstr("is not the name of a file beside this one")));
    EXPECT_THAT(mistakes("schema: 1\nscenario: s\nbase: data\n"),
                ElementsAre(HasSubstr("is not a file, expected a path relative to")));
}

TEST(Scenario, a_base_with_shocks_is_refused)
{
    Folder const folder;
    folder.write("base.yaml", complete + std::string("shocks: []\n"));
    EXPECT_THAT(
        mistakes_of(folder.write("child.yaml", head_of_child)),
        ElementsAre("base.yaml:34:9: shocks: a base with shocks of its own, expected a base "
                    "without shocks, let the file that names this base name it under "
                    "policies instead, with the base of both as base"));
}

namespace
{
/// A policy that names `base.yaml`, and a scenario to lay it over instead.
struct Laid
{
    Folder folder;
    std::filesystem::path policy =
        folder.write("policies/p.yaml",
                     "schema: 1\nscenario: p\nbase: ../base.yaml\nlaw: {check: 1 %/month}\n"
                     "shocks:\n  - {lever: law.permit.fee, scale: 2, from: 2006-01}\n");
    std::filesystem::path other =
        folder.write("elsewhere/other.yaml",
                     with("25_000 RUB", "10_000 RUB", with("horizon: 18", "horizon: 7")));
    Laid()
    {
        folder.write("base.yaml", complete);
        folder.write("elsewhere/data/pyramid.csv", sample::pyramid);
    }
    Scenario load() const
    {
        return Scenario::load(policy, sample::declarations(), {.base = other});
    }
};

std::vector<std::string> files_of(Scenario const& scenario)
{
    std::vector<std::string> names;
    for (auto const& [path, content] : scenario.files_read())
        names.push_back(path.filename().string());
    return names;
}
}  // namespace

TEST(Scenario, laid_over_another_base_keeps_its_own_values_and_shocks)
{
    Scenario const scenario = Laid().load();
    EXPECT_EQ(scenario.name(), "p");
    EXPECT_EQ(value(scenario, "law.check", "2005-01"), 0.01);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2005-12"), 10'000);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2006-01"), 20'000);
    EXPECT_EQ(value(scenario, "rules.departure.horizon", "2005-01"), 7);
}

TEST(Scenario, laid_over_another_base_does_not_read_the_one_that_it_names)
{
    Laid const laid;
    std::filesystem::remove(laid.folder.path() / "base.yaml");
    EXPECT_THAT(files_of(laid.load()), ElementsAre("p.yaml", "other.yaml", "pyramid.csv"));
}

TEST(Scenario, laid_over_another_base_refuses_one_with_shocks)
{
    Laid const laid;
    laid.folder.write("elsewhere/other.yaml", complete + std::string("shocks: []\n"));
    EXPECT_THAT(mistakes_of(laid.policy, {.base = laid.other}),
                ElementsAre(HasSubstr("a base with shocks of its own")));
    EXPECT_THROW(Scenario::load(laid.policy, sample::declarations(), {.base = "/nowhere.yaml"}),
                 FileError);
}

TEST(Scenario, without_a_base_is_laid_over_no_other)
{
    Laid const laid;
    Scenario const scenario = Scenario::load(laid.folder.path() / "base.yaml",
                                             sample::declarations(), {.base = laid.other});
    EXPECT_EQ(value(scenario, "law.permit.fee", "2005-01"), 25'000);
    EXPECT_EQ(value(scenario, "rules.departure.horizon", "2005-01"), 18);
    EXPECT_THAT(files_of(scenario), ElementsAre("base.yaml", "pyramid.csv"));
}

TEST(Scenario, a_file_that_is_not_there_is_a_file_error)
{
    EXPECT_THROW(Scenario::load("/nowhere/at-all.yaml", sample::declarations()), FileError);
    EXPECT_THROW(Scenario::load("/dev/zero", sample::declarations()), FileError);
    EXPECT_THROW(Scenario::load("/tmp", sample::declarations()), FileError);
}

TEST(Scenario, the_command_line_beats_the_file)
{
    Overrides const overrides{.set = {"law.permit.fee=2_000 RUB", "time.start=2004-06",
                                      "rules.departure.horizon={value: 2 years, source: F1}",
                                      "markets.exchange.kgs_per_rub=[{from: 2004-01, value: 2}]"},
                              .seed = 9,
                              .population_seed = 3,
                              .persons = "full",
                              .months = 6};
    Scenario const scenario = sample::load(complete, overrides);
    EXPECT_EQ(scenario.settings().start, Month::of(2004, 6));
    EXPECT_EQ(scenario.settings().months, 6);
    EXPECT_EQ(scenario.settings().seed, 9U);
    EXPECT_EQ(scenario.settings().population_seed, 3U);
    EXPECT_FALSE(scenario.settings().persons);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2004-06"), 2000);
    EXPECT_EQ(value(scenario, "rules.departure.horizon", "2004-06"), 24);
    EXPECT_THAT(scenario.resolved(), HasSubstr("fee: {value: 2000 RUB, source: user}"));
}

TEST(Scenario, mistakes_of_the_command_line_are_told_at_the_value)
{
    EXPECT_THAT(mistakes_of_set("law.permit.fee=2000"),
                ElementsAre("--set:1:16: law.permit.fee: '2000' has no unit, expected RUB, KGS, "
                            "USD or nominal RUB, write '2000 RUB', '2000 KGS', '2000 USD' or "
                            "'2000 nominal RUB', whichever is meant"));
    EXPECT_THAT(mistakes_of_set("law.permit.fea=1 RUB"),
                ElementsAre("--set:1:1: law.permit.fea: cannot be set, expected the path of a "
                            "value, did you mean 'law.permit.fee'?"));
    EXPECT_THAT(mistakes_of_set("law.permit.fee"), ElementsAre(HasSubstr("set to nothing")));
    EXPECT_THAT(mistakes_of_set("law.permit.fee="), ElementsAre(HasSubstr("--set:1:16: ")));
    EXPECT_THAT(mistakes_of_set("law.permit.fee=[1"), ElementsAre(HasSubstr("not YAML")));
    EXPECT_THAT(mistakes_of_set("law=1"), ElementsAre(HasSubstr("--set:1:1: law: cannot be set")));
    EXPECT_THAT(mistakes_of_set("shocks=[]"), ElementsAre(HasSubstr("cannot be set")));
    EXPECT_THAT(mistakes_of_set(""), ElementsAre(HasSubstr("cannot be set")));
    EXPECT_THAT(mistakes(complete, {.set = {"law.check=0 1/month", "law.check=1 1/year"}}),
                ElementsAre("--set:1:1: law.check: set a second time, expected each path once"));
    EXPECT_THAT(mistakes(complete, {.persons = "many"}),
                ElementsAre("--persons:1:1: population.persons: 'many' is not a number, expected a "
                            "whole number from 1 to 1000000000, or full"));
    EXPECT_THAT(mistakes(complete, {.months = 0}),
                ElementsAre(HasSubstr("--months:1:1: time.months: '0' is out of range")));
}

TEST(Scenario, a_value_that_the_command_line_replaces_may_be_missing)
{
    EXPECT_THAT(mistakes(with("    horizon: 18 months\n", ""),
                         {.set = {"rules.departure.horizon=1 years"}}),
                ElementsAre());
}
}  // namespace kochmon
