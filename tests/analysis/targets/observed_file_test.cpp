// SPDX-License-Identifier: MIT
#include "analysis/targets/observed_file.hpp"

#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"
#include "tests/analysis/targets/world_observed.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::UnorderedElementsAre;
using tests::config;

namespace fs = std::filesystem;

/// Lines of the refusal, from the name of the file on; empty if it is read.
std::vector<std::string> mistakes_of_observed(std::string const& rest)
{
    TestFolder const place;
    put(place / "t.yaml", "schema: 1\n" + rest);
    try
    {
        read_observed(place / "t.yaml", *kyrgyz_corridor());
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

/// Of one row, on the third line, whose keys are these beside what is right.
std::vector<std::string> mistakes_of(std::string const& keys)
{
    return mistakes_of_observed("observed:\n  A: {what: w, source: S1, " + keys + "}\n");
}

std::string const some_number = ", value: 2, band: [1, 3]";
std::string const stock = "measure: foreign_workers, in: russia";
std::string const flow = "measure: naturalizations, in: russia";
}  // namespace

TEST(ObservedFile, that_is_shipped_has_the_twelve_observations_and_their_sources)
{
    ObservedFile const file = read_observed(config / "history-targets.yaml", *kyrgyz_corridor());
    ASSERT_EQ(file.observations.size(), 12U);
    std::string const sources = text_of(config / "data" / "SOURCES.md");
    for (Observation const& one : file.observations)
    {
        EXPECT_TRUE(one.band.hold(one.value)) << one.id;
        EXPECT_EQ(one.where, jurisdictions::russia) << one.id;
        EXPECT_THAT(one.source, MatchesRegex("S[0-9]+(; S[0-9]+)*")) << one.id;
        static std::regex const id("S[0-9]+");
        for (std::sregex_iterator at(one.source.begin(), one.source.end(), id), end; at != end;
             ++at)
            EXPECT_THAT(sources, HasSubstr("\n| " + at->str() + " | ")) << one.id;
    }
    EXPECT_EQ(file.text, text_of(config / "history-targets.yaml"));
    EXPECT_TRUE(holds_observations(config / "history-targets.yaml"));
    EXPECT_FALSE(holds_observations(config / "targets.yaml"));
}

TEST(ObservedFile, keeps_what_it_says)
{
    ObservedFile const file = tests::observed(
        "  one: {what: 'a, b', measure: abroad, in: kazakhstan, month: 2011-04, value: 5, "
        "band: [4, 6.5], source: S1; S2}\n"
        "  two: {what: c, measure: naturalizations, in: total, year: 2011, value: 5, "
        "band: [5, 5], source: S3}\n"
        "  three: {what: d, measure: returns, in: total, months: [2013-01, 2013-11], value: 5, "
        "band: [5, 5], source: S3}\n"
        "  four: {what: e, measure: abroad, in: total, growth: [2015-01, 2018-06], value: -0.1, "
        "band: [-0.2, 0], source: S3}\n");
    ASSERT_EQ(file.observations.size(), 4U);
    Observation const& one = file.observations[0];
    EXPECT_EQ(one.id + " " + one.what + " " + one.measure->name, "one a, b abroad");
    EXPECT_EQ(one.where, jurisdictions::kazakhstan);
    EXPECT_EQ(one.value, 5.0);
    EXPECT_EQ(one.band.high, 6.5);
    EXPECT_EQ(one.source, "S1; S2");
    EXPECT_FALSE(file.observations[1].where);
    std::vector<std::string> times;
    for (Observation const& each : file.observations) times.push_back(each.time.text());
    EXPECT_THAT(times, ElementsAre("2011-04", "2011", "2013-01 to 2013-11", "2015-01 to 2018-06"));
    EXPECT_EQ(file.observations[3].time.kind, ObservedTime::Kind::growth);
}

TEST(ObservedFile, refuses_what_it_does_not_know)
{
    EXPECT_THAT(mistakes_of_observed("observed: {}\n"),
                ElementsAre("t.yaml:2:11: observed: holds nothing, expected one figure at least"));
    EXPECT_THAT(mistakes_of_observed("targets: {}\n"),
                ElementsAre(HasSubstr("observed: is missing"),
                            HasSubstr("targets: unknown key, expected one of schema, observed")));
    EXPECT_THAT(mistakes_of(stock + ", month: 2011-04, bnad: [0, 1]" + some_number),
                ElementsAre(HasSubstr("observed.A.bnad: unknown key")));
    EXPECT_THAT(mistakes_of("measure: foreign_worker, in: russia, month: 2011-04" + some_number),
                ElementsAre(HasSubstr("did you mean 'foreign_workers'?")));
    EXPECT_THAT(mistakes_of("measure: foreign_workers, in: moscow, month: 2011-04" + some_number),
                ElementsAre(HasSubstr("observed.A.in: 'moscow' is none of its words, expected "
                                      "russia, kazakhstan, south_korea, other or total")));
}

TEST(ObservedFile, demands_every_key)
{
    EXPECT_THAT(
        mistakes_of_observed("observed:\n  A: {}\n"),
        UnorderedElementsAre(HasSubstr("A.what: is missing"), HasSubstr("A.measure: is missing"),
                             HasSubstr("A.in: is missing"),
                             HasSubstr("A.month: no time is given, expected one of"),
                             HasSubstr("A.value: is missing"), HasSubstr("A.band: is missing"),
                             HasSubstr("A.source: is missing")));
}

TEST(ObservedFile, refuses_a_time_that_is_none_or_one_too_many)
{
    EXPECT_THAT(
        mistakes_of(stock + ", month: 2011-13" + some_number),
        ElementsAre(HasSubstr("A.month: '2011-13' is no month, expected a month, as 2011-04")));
    EXPECT_THAT(mistakes_of(flow + ", year: 11" + some_number), ElementsAre(HasSubstr("A.year: ")));
    EXPECT_THAT(mistakes_of(stock + ", month: 2011-01, year: 2011" + some_number),
                ElementsAre(HasSubstr("A.year: is a second time, expected one of month, year, "
                                      "months, growth")));
    EXPECT_THAT(mistakes_of(flow + ", months: 2011-01" + some_number),
                ElementsAre(HasSubstr("instead of two months, expected [first, last]")));
    EXPECT_THAT(mistakes_of(flow + ", months: [2011-03, 2011-03]" + some_number),
                ElementsAre(HasSubstr("A.months: the first month is not before the second")));
    EXPECT_THAT(mistakes_of(stock + ", growth: [2011-03, x]" + some_number),
                ElementsAre(HasSubstr("A.growth: 'x' is no month")));
}

TEST(ObservedFile, asks_of_a_measure_what_it_can_tell)
{
    EXPECT_THAT(mistakes_of(flow + ", month: 2011-01" + some_number),
                ElementsAre(HasSubstr("'naturalizations' is no stock, expected a stock, or year "
                                      "or months")));
    EXPECT_THAT(mistakes_of(stock + ", year: 2011" + some_number),
                ElementsAre(HasSubstr("'foreign_workers' is a stock, expected a flow, or month or "
                                      "growth")));
    EXPECT_THAT(mistakes_of("measure: regular_share, in: russia, month: 2011-01" + some_number),
                ElementsAre(HasSubstr("'regular_share' is a rate")));
    EXPECT_THAT(mistakes_of("measure: at_home, in: russia, month: 2011-01" + some_number),
                ElementsAre(HasSubstr("A.in: 'at_home' is not reported by where persons are")));
    EXPECT_THAT(mistakes_of(stock + ", month: 2011-01, value: 4, band: [1, 3]"),
                ElementsAre(HasSubstr("A.value: is not in its band")));
}

TEST(ObservedFile, must_be_there)
{
    EXPECT_THROW(read_observed("/nowhere/t.yaml", *kyrgyz_corridor()), FileError);
    EXPECT_THROW(holds_observations("/nowhere/t.yaml"), FileError);
}
}  // namespace kochmon
