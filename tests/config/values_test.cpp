// SPDX-License-Identifier: MIT
#include "config/values.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using sample::mistakes;
using sample::value;
using sample::with;
using testing::ElementsAre;

std::string const dated_fee =
    "      - {from: 2005-01, value: 25_000 RUB, source: F3}\n"
    "      - {from: 2006-07, value: 4_000 RUB, source: S110}\n";

/// Loads `complete` with a file of exchange rates, which the key kgs_per_rub names.
std::vector<std::string> mistakes_of_series(std::string const& series, std::string const& csv)
{
    std::string const stated =
        "\n      - {from: 2005-01, value: 1.5, source: S1}\n"
        "      - {from: 2006-01, value: 2, source: S2}";
    sample::Folder const folder;
    folder.write("data/rates.csv", csv);
    return sample::mistakes_of(folder.write("s.yaml", with(stated, " " + series)));
}
}  // namespace

TEST(Values, the_complete_sample_is_accepted)
{
    EXPECT_THAT(mistakes(complete), ElementsAre());
}

TEST(Values, dated_values_hold_from_their_month_on)
{
    Scenario const scenario = sample::load(complete);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2005-01"), 25000);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2006-06"), 25000);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2006-07"), 4000);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2007-12"), 4000);
}

TEST(Values, know_where_they_stand)
{
    Scenario const scenario = sample::load(complete, {.set = {"law.check=0 1/year"}});
    EXPECT_THAT(scenario.place("law.permit.fee", Month::of(2006, 6)),
                testing::EndsWith("s.yaml:20:32"));
    EXPECT_THAT(scenario.place("law.permit.fee", Month::of(2006, 7)),
                testing::EndsWith("s.yaml:21:32"));
    EXPECT_EQ(scenario.place("law.check", Month::of(2006, 7)), "--set:1:11");
}

TEST(Values, outside_the_run_the_nearest_month_holds)
{
    Scenario const scenario = sample::load(complete);
    EXPECT_EQ(value(scenario, "law.permit.fee", "1990-01"), 25000);
    EXPECT_EQ(value(scenario, "law.permit.fee", "2090-01"), 4000);
}

TEST(Values, foreign_amounts_follow_the_rate_of_the_month)
{
    Scenario const scenario =
        sample::load(with(dated_fee, "      - {from: 2005-01, value: 3_000 KGS, source: F3}\n"));
    EXPECT_EQ(value(scenario, "law.permit.fee", "2005-12"), 2000);  // 1.5 KGS a RUB
    EXPECT_EQ(value(scenario, "law.permit.fee", "2006-01"), 1500);  // 2 KGS a RUB
    EXPECT_EQ(value(scenario, "law.permit.salary", "2006-01"), 9000);
}

TEST(Values, a_foreign_amount_that_never_changes_is_exchanged_at_the_start)
{
    Scenario const scenario = sample::load(complete);
    EXPECT_EQ(value(scenario, "rules.departure.hostel", "2005-01"), 1000 / 1.5);
    EXPECT_EQ(value(scenario, "rules.departure.hostel", "2006-01"), 1000 / 1.5);
}

TEST(Values, a_foreign_amount_out_of_range_names_the_month)
{
    EXPECT_THAT(
        mistakes(with("1_000 KGS", "18_000 KGS")),
        ElementsAre(
            "s.yaml:32:21: rules.departure.hostel: '18000 KGS' is 12000 RUB in "
            "2005-01, expected a number from 0 to 10000 RUB (RUB, KGS, USD or nominal RUB)"));
}

TEST(Values, a_foreign_amount_without_declared_rates_is_refused)
{
    struct OnlyFee
    {
        Kopecks fee;
        void fields(Fields& field)
        {
            field("fee", fee, {Dimension::roubles, {0, 10}, "A fee", Use::dated});
        }
    };
    sample::Folder const folder;
    auto const file = folder.write("s.yaml",
                                   "schema: 1\nscenario: s\n"
                                   "time: {start: 2005-01, warm_up: 0 months, months: 1}\n"
                                   "population: {persons: full, seed: 1}\nfee: 1 USD\n");
    try
    {
        Scenario::load(file, declarations_of<OnlyFee>(sample::money()));
        FAIL();
    }
    catch (ScenarioError const& error)
    {
        EXPECT_THAT(error.what(),
                    testing::EndsWith(":5:6: fee: '1 USD' cannot be exchanged, expected "
                                      "a rate above 0 at markets.exchange.rub_per_usd"));
    }
}

TEST(Values, a_bare_value_has_the_source_user)
{
    EXPECT_THAT(sample::load(complete).resolved(),
                testing::HasSubstr("horizon: {value: 18 months, source: user}"));
}

TEST(Values, words_and_truths_may_have_a_source)
{
    Scenario const scenario =
        sample::load(with("free: false",
                          "free:\n      - {from: 2005-01, value: false, source: F1}\n"
                          "      - {from: 2005-03, value: true, source: F2}"));
    EXPECT_EQ(value(scenario, "law.permit.free", "2005-02"), 0);
    EXPECT_EQ(value(scenario, "law.permit.free", "2005-03"), 1);
}

TEST(Values, a_struct_of_parameters_is_read_whole)
{
    Scenario const scenario = sample::load(complete);
    sample::Parameters parameters;
    read(parameters, scenario, Month::of(2006, 8));
    EXPECT_EQ(parameters.fee, Kopecks::from_roubles(4000));
    EXPECT_EQ(parameters.salary, 9000);
    EXPECT_EQ(parameters.check.value(), 0.024);
    EXPECT_EQ(parameters.compliance[5].value(), 0.25);
    EXPECT_EQ(parameters.kernel, sample::Kernel::diminishing_nested);
    EXPECT_FALSE(parameters.free_movement);
    EXPECT_EQ(parameters.quota, 4600);
}

TEST(Values, of_a_fixed_parameter_are_not_dated)
{
    EXPECT_THAT(mistakes(with("18 months", "[{from: 2005-01, value: 18 months}]")),
                ElementsAre("s.yaml:31:14: rules.departure.horizon: dated values of a parameter "
                            "that does not change, expected one value, a number from 1 to 120 "
                            "months (months, days or years)"));
}

TEST(Values, the_first_dated_value_holds_at_the_start)
{
    EXPECT_THAT(mistakes(with("{from: 2005-01, value: 25_000", "{from: 2005-02, value: 25_000")),
                ElementsAre("s.yaml:20:16: law.permit.fee: the first value holds only from 2005-02 "
                            "on, expected a first entry not later than time.start 2005-01"));
}

TEST(Values, dated_values_stand_in_their_order)
{
    EXPECT_THAT(
        mistakes(with("from: 2006-07", "from: 2005-01")),
        ElementsAre("s.yaml:21:16: law.permit.fee: 2005-01 a second time (lines 20 and 21), "
                    "expected months in their order, each once"));
}

TEST(Values, every_mistake_of_a_dated_list_is_told)
{
    EXPECT_THAT(
        mistakes(with(dated_fee,
                      "      - {from: 2005-1, value: 25_000, source: F3}\n"
                      "      - 3\n"
                      "      - {form: 2006-07, value: 1 RUB}\n")),
        ElementsAre("s.yaml:20:16: law.permit.fee: '2005-1' is no month, expected a month "
                    "such as 2010-01, write '2005-01'",
                    "s.yaml:20:31: law.permit.fee: '25_000' has no unit, expected RUB, KGS, "
                    "USD or nominal RUB, write '25_000 RUB', '25_000 KGS', '25_000 USD' or "
                    "'25_000 nominal RUB', whichever is meant",
                    "s.yaml:21:9: law.permit.fee: '3' in a list of dated values, expected "
                    "{from: 2010-01, value: ..., source: ...}",
                    "s.yaml:22:10: law.permit.fee: unknown key 'form', expected from, value "
                    "or source, did you mean 'from'?"));
    EXPECT_THAT(mistakes(with(dated_fee, "      []\n")),
                ElementsAre("s.yaml:20:7: law.permit.fee: an empty list, expected dated values, a "
                            "number from 0 to 100000 RUB (RUB, KGS, USD or nominal RUB)"));
}

TEST(Values, a_source_is_one_line_of_text)
{
    EXPECT_THAT(
        mistakes(with("source: F9", "source: [F9]")),
        ElementsAre("s.yaml:33:52: rules.departure.arrivals: a list as source, expected one "
                    "line of text"));
    EXPECT_THAT(mistakes(with("source: F9", "source: \"a\\nb\"")), testing::SizeIs(1));
    EXPECT_THAT(mistakes(with("source: F9", "source: F9, 2010")),
                ElementsAre("s.yaml:33:56: rules.departure.arrivals: unknown key '2010', expected "
                            "value or source, put a text with a comma in quotes"));
}

TEST(Values, a_series_comes_from_a_file)
{
    std::string const stated =
        "\n      - {from: 2005-01, value: 1.5, source: S1}\n"
        "      - {from: 2006-01, value: 2, source: S2}";
    sample::Folder const folder;
    folder.write("data/rates.csv",
                 "year,kgs_per_rub,other,source\r\n2004,1.25,x,S7\r\n"
                 "2006,2.5,y,\"S8, p. 3\"\r\n2007,3,z,\r\n");
    std::string const series = " {file: data/rates.csv, column: kgs_per_rub, source: S9}";
    Scenario const scenario =
        Scenario::load(folder.write("s.yaml", with(stated, series)), sample::declarations());
    EXPECT_EQ(value(scenario, "markets.exchange.kgs_per_rub", "2005-12"), 1.25);
    EXPECT_EQ(value(scenario, "markets.exchange.kgs_per_rub", "2006-01"), 2.5);
    EXPECT_THAT(scenario.resolved(),
                testing::HasSubstr("    kgs_per_rub:\n"
                                   "      - {from: 2004-01, value: 1.25, source: S7}\n"
                                   "      - {from: 2006-01, value: 2.5, source: \"S8, p. 3\"}\n"
                                   "      - {from: 2007-01, value: 3, source: S9}\n"));
}

TEST(Values, mistakes_of_a_series_are_told_in_its_file)
{
    EXPECT_THAT(
        mistakes_of_series("{file: data/rates.csv, column: a}",
                           "from,a\n2005-01,1\n2005-13,x\n2006-01,11\n"),
        ElementsAre("data/rates.csv:3:1: markets.exchange.kgs_per_rub: '2005-13' is no "
                    "month, expected a month such as 2010-01",
                    "data/rates.csv:3:9: markets.exchange.kgs_per_rub: 'x' is not a number, "
                    "expected a number from 0.1 to 10 (no unit or %)",
                    "data/rates.csv:4:9: markets.exchange.kgs_per_rub: '11' is above the "
                    "range, expected 0.1 to 10, write '11 %' if percent are meant"));
    EXPECT_THAT(mistakes_of_series("{file: data/rates.csv, column: a}", "from,a\n2005-02,1\n"),
                ElementsAre("data/rates.csv:2:1: markets.exchange.kgs_per_rub: the first value "
                            "holds only from 2005-02 on, expected a first entry not later than "
                            "time.start 2005-01"));
    EXPECT_THAT(
        mistakes_of_series("{file: data/rates.csv, column: b}", "month,a\n2005-01,1\n"),
        ElementsAre("s.yaml:12:49: markets.exchange.kgs_per_rub: no column 'b' in the file, "
                    "expected month or a",
                    "data/rates.csv:1:1: markets.exchange.kgs_per_rub: no column of months, "
                    "expected a column from (2010-01) or year (2010)"));
    EXPECT_THAT(mistakes_of_series("{file: data/none.csv, column: a}", "from,a\n2005-01,1\n"),
                ElementsAre(testing::HasSubstr("s.yaml:12:25: markets.exchange.kgs_per_rub: there "
                                               "is no file ")));
    EXPECT_THAT(
        mistakes_of_series("{file: data/rates.csv}", "from,a\n2005-01,1\n"),
        ElementsAre("s.yaml:12:18: markets.exchange.kgs_per_rub: no 'column' here, expected "
                    "file, column, unit, source"));
}

TEST(Values, of_a_series_laid_out_otherwise_are_refused_once)
{
    std::string const stated = "{file: data/rates.csv, column: kgs_per_rub}";
    auto const told = [&](std::string const& csv) { return mistakes_of_series(stated, csv); };
    EXPECT_THAT(told("year;kgs_per_rub;source\n2004;1,45;S1\n2006;1,5;S1\n"),
                ElementsAre(testing::AllOf(testing::HasSubstr("data/rates.csv:1:5: "),
                                           testing::HasSubstr("the columns are separated by ;"),
                                           testing::HasSubstr("with decimal points"))));
    EXPECT_THAT(told("year\tkgs_per_rub\n2004\t1.45\n"),
                ElementsAre(testing::HasSubstr("the columns are separated by tabs")));
    EXPECT_THAT(told("Rates of the bank\n\nyear,kgs_per_rub\n2004,1.45\n"),
                ElementsAre(testing::HasSubstr("'Rates of the bank' is above the header, which "
                                               "is line 3")));
    EXPECT_THAT(told("year,kgs_per_rub,source\n2004,1,45,S1\n2005,1,5,S1\n"),
                ElementsAre(testing::HasSubstr("a row of 4 cells (2 rows like it), expected 3 "
                                               "cells, as the header has, write decimal points")));
    EXPECT_THAT(told("year,kgs_per_rub\n2004,\"1,45\"\n"),
                ElementsAre(testing::HasSubstr("write '1.45'")));
}

TEST(Values, of_a_series_are_plain_numbers)
{
    std::string const stated = "{file: data/rates.csv, column: a}";
    for (char const* const cell : {"", " 1.5", "1.5 ", "-0", "nan", "inf", "0x1", "1e0", "+1.5",
                                   "1\u00A05", "1,5", "12345678901234567"})
        EXPECT_THAT(mistakes_of_series(stated, fmt::format("year,a\n2004,\"{}\"\n", cell)),
                    ElementsAre(testing::HasSubstr("data/rates.csv:2:6: ")))
            << cell;
    for (char const* const year : {"", "2004 ", "20O4", "4000000000", "04", "2004-01", "2004.0"})
        EXPECT_THAT(mistakes_of_series(stated, fmt::format("year,a\n{},1.5\n", year)),
                    ElementsAre(testing::HasSubstr("data/rates.csv:2:1: ")))
            << year;
    EXPECT_THAT(mistakes_of_series(stated, "year,a\n2004,1\n2005,2\n2005,3\n"),
                ElementsAre(testing::HasSubstr("data/rates.csv:4:1: markets.exchange.kgs_per_rub: "
                                               "2005-01 a second time (lines 3 and 4)")));
}

// A comma parts keys within braces, so that what stands before it is not what was meant.
TEST(Values, with_a_comma_within_braces_are_no_part_of_a_number)
{
    for (std::string const value : {"25,000 RUB", "2,5 RUB"})
        EXPECT_THAT(sample::mistakes(sample::with("25_000 RUB", value)),
                    testing::ElementsAre(
                        testing::EndsWith("expected a number without a comma, a comma separates "
                                          "keys: decimals follow a point, thousands nothing")));
    EXPECT_THAT(sample::mistakes(sample::complete +
                                 std::string("shocks: [{lever: law.permit.fee, scale: 1,1, from: "
                                             "2006-01}]\n")),
                testing::ElementsAre(testing::HasSubstr("unknown key '1'")));
}
}  // namespace kochmon
