// SPDX-License-Identifier: MIT
#include "config/resolved.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using sample::with;
using testing::HasSubstr;

char const* const shocks = R"(shocks:
  - {lever: law.permit.fee, scale: 1.10, from: 2006-01, until: 2007-01, ramp: 6 months}
  - lever: law.permit.compliance
    set: 30%
    from: 2006-01
    group: {sex: female, origin: [osh, batken]}
    source: "F12: a \"survey\" \\ census"
  - {lever: law.check, add: -1_2.5 %/year, from: 2006-01, source: -dash}
)";

/// Writes a scenario as a run writes it, and loads it again.
Scenario again(Scenario const& scenario)
{
    sample::Folder const folder;
    for (auto const& [name, content] : scenario.data_files()) folder.write(name, content);
    return Scenario::load(folder.write("scenario.yaml", scenario.resolved()),
                          sample::declarations());
}

void expect_same_values(Scenario const& a, Scenario const& b)
{
    Declarations const declarations = sample::declarations();
    for (auto const& [path, declared] : declarations.parameters())
        for (Month month = a.settings().start; month <= a.settings().end(); month = month + 1)
            EXPECT_TRUE(std::ranges::equal(a.values(path, month), b.values(path, month)))
                << path << " " << month.text();
}

void expect_fixed_point(std::string const& text)
{
    Scenario const first = sample::load(text);
    Scenario const second = again(first);
    EXPECT_EQ(first.resolved(), second.resolved());
    EXPECT_EQ(first.data_files(), second.data_files());
    expect_same_values(first, second);
}
}  // namespace

TEST(Resolved, text_names_every_value_with_its_source)
{
    EXPECT_EQ(sample::load(complete + std::string(shocks), {.population_seed = 5}).resolved(),
              R"(schema: 1
scenario: sample
time:
  start: 2005-01
  warm_up: 12 months
  months: 24
population:
  persons: 100000
  seed: 7
  population_seed: 5
  household_size: {value: 4.5, source: assumption}
  tables:
    pyramid: {file: data/population.tables.pyramid.csv}
markets:
  exchange:
    kgs_per_rub:
      - {from: 2005-01, value: 1.5, source: S1}
      - {from: 2006-01, value: 2, source: S2}
    rub_per_usd: {value: 30, source: S3}
  elasticity: {value: -0.1, source: assumption}
law:
  permit:
    fee:
      - {from: 2005-01, value: 25000 RUB, source: F3}
      - {from: 2006-07, value: 4000 RUB, source: S110}
    salary: {value: 300 USD/month, source: F4}
    duration: {value: 12 months, source: F3}
    compliance: {value: 25 %, source: assumption}
    quota: {value: 4600 persons, source: F11}
    free: {value: false, source: user}
  check: {value: 2.4 %/month, source: "F6, F7"}
rules:
  departure:
    kernel: {value: diminishing_nested, source: assumption}
    horizon: {value: 18 months, source: user}
    hostel: {value: 1000 KGS, source: F5}
    arrivals: {value: 55000 persons/year, source: F9}
shocks:
  - {lever: law.permit.fee, scale: 1.10, from: 2006-01, until: 2007-01, ramp: 6 months, source: user}
  - {lever: law.permit.compliance, set: 30 %, from: 2006-01, group: {origin: [batken, osh], sex: [female]}, source: "F12: a \"survey\" \\ census"}
  - {lever: law.check, add: -12.5 %/year, from: 2006-01, source: "-dash"}
)");
}

TEST(Resolved, loading_it_gives_the_same_text_and_values)
{
    expect_fixed_point(complete);
    expect_fixed_point(complete + std::string(shocks));
    expect_fixed_point(with("100_000", "full"));
}

TEST(Resolved, any_source_is_read_back)
{
    for (char const* source : {"F2",
                               "\"\"\"",
                               "a: b",
                               "# x",
                               "null",
                               "~",
                               "x #y",
                               "- x",
                               "[a",
                               "{a}",
                               "a, b",
                               "'q'",
                               "\\n",
                               "%x",
                               "@x",
                               "`x",
                               "!x",
                               "&x",
                               "*x",
                               "|",
                               ">",
                               "?",
                               " padded ",
                               "1:2",
                               "yes",
                               "\xD0\x9E\xD1\x88, \xC2\xAB 2010 \xC2\xBB",
                               "https://example.org/a?b=c#d",
                               "---",
                               "..."})
    {
        std::string const text = with("source: F9", "source: " + yaml_text(source));
        expect_fixed_point(text);
        Scenario const scenario = sample::load(text);
        EXPECT_EQ(scenario.content().stated.back().values.front().source, source);
    }
}

TEST(Resolved, tables_are_kept_as_they_are)
{
    auto const files = sample::load(complete).data_files();
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].first, "data/population.tables.pyramid.csv");
    EXPECT_EQ(files[0].second, sample::pyramid);
}

TEST(Resolved, tables_lie_in_another_folder_where_that_is_asked_for)
{
    Scenario const scenario = sample::load(complete);
    EXPECT_EQ(scenario.data_files("other-data").front().first,
              "other-data/population.tables.pyramid.csv");
    EXPECT_THAT(scenario.resolved("other-data"),
                HasSubstr("{file: other-data/population.tables.pyramid.csv}"));
}

TEST(Resolved, what_is_replaced_leaves_no_trace)
{
    sample::Folder const folder;
    folder.write("base.yaml", complete);
    auto const file = folder.write(
        "s.yaml", "schema: 1\nscenario: s\nbase: base.yaml\nlaw: {check: 0 %/month}\n");
    std::string const text = Scenario::load(file, sample::declarations()).resolved();
    EXPECT_THAT(text, HasSubstr("check: {value: 0 %/month, source: user}"));
    EXPECT_THAT(text, testing::Not(HasSubstr("base")));
    EXPECT_THAT(text, testing::Not(HasSubstr("2.4 %/month")));
}
}  // namespace kochmon
