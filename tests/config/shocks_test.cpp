// SPDX-License-Identifier: MIT
#include "config/shocks.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
using sample::complete;
using sample::value;
using testing::ElementsAre;

std::string with_shock(std::string const& shock)
{
    return complete + ("shocks:\n  - " + shock + "\n");
}

std::vector<std::string> mistakes_of_shock(std::string const& shock)
{
    return sample::mistakes(with_shock(shock));
}

std::vector<double> fees(Scenario const& scenario, std::vector<std::string> const& months)
{
    std::vector<double> fees;
    fees.reserve(months.size());
    for (std::string const& month : months)
        fees.push_back(value(scenario, "law.permit.fee", month));
    return fees;
}
}  // namespace

TEST(Shocks, hold_from_their_month_until_the_one_named)
{
    Scenario const scenario = sample::load(
        with_shock("{lever: law.permit.fee, add: 1_000 RUB, from: 2006-01, until: 2006-03}"));
    EXPECT_THAT(fees(scenario, {"2005-12", "2006-01", "2006-02", "2006-03"}),
                ElementsAre(25000, 26000, 26000, 25000));
}

TEST(Shocks, without_an_end_stay)
{
    Scenario const scenario =
        sample::load(with_shock("{lever: law.permit.fee, scale: 1.10, from: 2006-01}"));
    EXPECT_THAT(fees(scenario, {"2005-12", "2006-06", "2006-07", "2007-12"}),
                ElementsAre(25000, 25000 * 1.10, 4000 * 1.10, 4000 * 1.10));
}

// The k-th month of a ramp of four (k = 0, 1, ...) has (k + 1) / 4 of the way from 25,000 to
// 15,000: 22,500, 20,000, 17,500, 15,000; in 2006-07 the fee below it falls to 4,000.
TEST(Shocks, a_ramp_moves_in_equal_parts)
{
    Scenario const scenario = sample::load(with_shock(
        "{lever: law.permit.fee, set: 15_000 RUB, from: 2006-02, ramp: 4 months, until: 2006-08}"));
    EXPECT_THAT(fees(scenario, {"2006-01", "2006-02", "2006-03", "2006-04", "2006-05", "2006-06",
                                "2006-07", "2006-08"}),
                ElementsAre(25000, 22500, 20000, 17500, 15000, 15000, 15000, 4000));
}

TEST(Shocks, a_ramp_starts_before_a_change_below_it_ends)
{
    // 2006-06: half of the way from 25,000 to twice as much; 2006-07: all the way from 4,000.
    Scenario const scenario = sample::load(
        with_shock("{lever: law.permit.fee, scale: 2, from: 2006-06, ramp: 2 months}"));
    EXPECT_THAT(fees(scenario, {"2006-06", "2006-07"}), ElementsAre(37500, 8000));
}

TEST(Shocks, several_on_one_lever_act_in_the_order_of_their_months)
{
    std::string const first = "{lever: law.permit.fee, add: 1_000 RUB, from: 2006-01}";
    std::string const second = "{lever: law.permit.fee, scale: 2, from: 2006-02}";
    for (auto const& [one, other] : {std::pair(first, second), std::pair(second, first)})
        EXPECT_THAT(fees(sample::load(with_shock(one + "\n  - " + other)), {"2006-01", "2006-02"}),
                    ElementsAre(26000, 52000));
}

TEST(Shocks, two_of_one_month_on_one_value_are_refused)
{
    EXPECT_THAT(mistakes_of_shock("{lever: law.permit.fee, add: 1_000 RUB, from: 2006-01}\n"
                                  "  - {lever: law.permit.fee, scale: 2, from: 2006-01}"),
                ElementsAre(testing::HasSubstr("a second shock from 2006-01 (the first is at ")));
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.fee, scale: 1.5, from: 2006-01, until: 2006-03}\n"
                          "  - {lever: law.permit.fee, scale: 2, from: 2006-01}"),
        ElementsAre(testing::HasSubstr("which acts first")));
}

// A fall must not become a rise by the hint.
TEST(Shocks, add_no_part_of_the_value)
{
    for (auto const& [change, factor] :
         {std::pair("10 %", "110 %"), std::pair("-10 %", "90 %"), std::pair("+2.5 %", "102.5 %")})
        EXPECT_THAT(mistakes_of_shock(
                        fmt::format("{{lever: law.permit.fee, add: {}, from: 2006-01}}", change)),
                    ElementsAre(testing::HasSubstr(
                        fmt::format("a change by {} is scale: {}", change, factor))));
}

TEST(Shocks, are_scaled_by_a_number_or_per_cent)
{
    for (char const* const scale : {"1.1", "110 %", "110%"})
        EXPECT_THAT(fees(sample::load(with_shock(fmt::format(
                             "{{lever: law.permit.fee, scale: {}, from: 2006-01}}", scale))),
                         {"2006-01"}),
                    ElementsAre(25000 * 1.1))
            << scale;
}

TEST(Shocks, to_the_value_itself_change_no_bit)
{
    for (char const* shock :
         {"{lever: law.check, set: 2.4 %/month, from: 2005-01, ramp: 7 months}",
          "{lever: law.check, scale: 1, from: 2005-01, ramp: 7 months}",
          "{lever: law.check, add: 0 1/month, from: 2005-01, ramp: 7 months}",
          "{lever: law.permit.salary, set: 300 USD/month, from: 2005-05, ramp: 3 months}",
          "{lever: law.check, scale: 1.3, from: 2090-01}"})
    {
        Scenario const scenario = sample::load(with_shock(shock));
        Scenario const neutral = sample::load(complete);
        for (Month month = Month::of(2005, 1); month <= Month::of(2008, 1); month = month + 1)
        {
            EXPECT_TRUE(std::ranges::equal(scenario.values("law.check", month),
                                           neutral.values("law.check", month)));
            EXPECT_TRUE(std::ranges::equal(scenario.values("law.permit.salary", month),
                                           neutral.values("law.permit.salary", month)));
        }
    }
}

// Cells: batken male, batken female, osh male, osh female, north male, north female.
TEST(Shocks, reach_only_the_groups_named)
{
    auto const cells = [](char const* group)
    {
        Scenario const scenario = sample::load(with_shock(
            std::string("{lever: law.permit.compliance, set: 0.5, from: 2006-01, group: ") + group +
            "}"));
        auto const values = scenario.values("law.permit.compliance", Month::of(2006, 1));
        return std::vector<double>(values.begin(), values.end());
    };
    EXPECT_THAT(cells("{origin: osh}"), ElementsAre(.25, .25, .5, .5, .25, .25));
    EXPECT_THAT(cells("{sex: [female]}"), ElementsAre(.25, .5, .25, .5, .25, .5));
    EXPECT_THAT(cells("{sex: male, origin: [north, batken]}"),
                ElementsAre(.5, .25, .25, .25, .5, .25));
}

TEST(Shocks, in_foreign_money_follow_the_rate)
{
    Scenario const scenario =
        sample::load(with_shock("{lever: law.permit.fee, set: 3_000 KGS, from: 2005-12}"));
    EXPECT_THAT(fees(scenario, {"2005-12", "2006-01"}), ElementsAre(2000, 1500));
}

TEST(Shocks, of_an_exchange_rate_move_foreign_amounts)
{
    Scenario const scenario =
        sample::load(with_shock("{lever: markets.exchange.kgs_per_rub, set: 4, from: 2006-01}\n"
                                "  - {lever: law.permit.fee, set: 3_000 KGS, from: 2005-01}"));
    EXPECT_THAT(fees(scenario, {"2005-12", "2006-01"}), ElementsAre(2000, 750));
}

TEST(Shocks, tell_in_which_months_something_changes)
{
    Scenario const scenario = sample::load(
        with_shock("{lever: law.permit.free, set: true, from: 2006-03, until: 2006-05}"));
    std::vector<std::string> changing;
    for (Month month = Month::of(2005, 1); month <= Month::of(2008, 1); month = month + 1)
        if (scenario.changes_in(month)) changing.push_back(month.text());
    // The exchange rate, the shock, its end, the fee.
    EXPECT_THAT(changing, ElementsAre("2006-01", "2006-03", "2006-05", "2006-07"));
}

TEST(Shocks, need_a_lever)
{
    EXPECT_THAT(mistakes_of_shock("{lever: law.permit.fea, set: 1 RUB, from: 2006-01}"),
                ElementsAre("s.yaml:35:13: shocks: no lever 'law.permit.fea', expected the path of "
                            "a lever, did you mean 'law.permit.fee'?"));
    EXPECT_THAT(mistakes_of_shock("{lever: rules.departure.horizon, set: 1 months, from: 2006-01}"),
                ElementsAre("s.yaml:35:13: shocks: 'rules.departure.horizon' is a parameter but "
                            "not a lever, expected the path of a lever"));
    EXPECT_THAT(mistakes_of_shock("{lever: permit.fee, set: 1 RUB, from: 2006-01}"),
                ElementsAre(testing::EndsWith("did you mean 'law.permit.fee'?")));
    EXPECT_THAT(
        mistakes_of_shock("{set: 1 RUB, from: 2006-01}"),
        ElementsAre("s.yaml:35:5: shocks: no 'lever' here, expected lever, set, scale, add, "
                    "from, until, ramp, group, source"));
    EXPECT_THAT(mistakes_of_shock("3"),
                ElementsAre("s.yaml:35:5: shocks: '3' instead of a shock, expected "
                            "{lever: PATH, set: VALUE, from: MONTH}"));
}

// Somebody looks for the fee where places are.
TEST(Shocks, propose_levers_that_end_alike)
{
    EXPECT_THAT(mistakes_of_shock("{lever: places.capital.permit.fee, set: 1 RUB, from: 2006-01}"),
                ElementsAre(testing::HasSubstr("did you mean 'law.permit.fee'?")));
    EXPECT_THAT(mistakes_of_shock("{lever: places.capital.fee, set: 1 RUB, from: 2006-01}"),
                ElementsAre(testing::Not(testing::HasSubstr("did you mean"))));
}

TEST(Shocks, have_exactly_one_change)
{
    EXPECT_THAT(mistakes_of_shock("{lever: law.permit.fee, from: 2006-01}"),
                ElementsAre("s.yaml:35:5: law.permit.fee: no change, expected one of set, scale or "
                            "add"));
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.fee, set: 1 RUB, add: 1 RUB, from: 2006-01}"),
        ElementsAre("s.yaml:35:5: law.permit.fee: set and add at once, expected one of set, "
                    "scale or add"));
}

TEST(Shocks, are_checked_key_by_key)
{
    EXPECT_THAT(
        mistakes_of_shock(
            "{lever: law.permit.fee, scale: 10 RUB, from: 2004-12, until: 2004-12, ramp: 45 days}"),
        ElementsAre(
            "s.yaml:35:36: law.permit.fee: wrong unit 'RUB', expected no unit or %",
            "s.yaml:35:50: law.permit.fee: a shock from 2004-12, before the run, expected a "
            "month not before time.start 2005-01",
            "s.yaml:35:66: law.permit.fee: a shock until 2004-12 that never holds, expected "
            "a month after 2004-12",
            "s.yaml:35:81: law.permit.fee: '45 days' is out of range or not whole, expected "
            "whole months from 1 to 2400, such as 6 months"));
    EXPECT_THAT(mistakes_of_shock("{lever: law.permit.fee, set: 1 RUB, form: 2006-01}"),
                ElementsAre(testing::HasSubstr("35:41: shocks: unknown key 'form', expected lever, "
                                               "set, scale, add, from, until, ramp, group or "
                                               "source, did you mean 'from'?")));
}

TEST(Shocks, that_leave_the_range_are_told_with_the_month)
{
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.fee, scale: 5, from: 2006-01}"),
        ElementsAre(
            "s.yaml:35:36: law.permit.fee: the shock makes it 125000 RUB in "
            "2006-01, expected a number from 0 to 100000 RUB (RUB, KGS, USD or nominal RUB)"));
    // Ramped over ten months, it is 90,000 in the seventh and 25,000 + 0.8 x 100,000 in the eighth;
    // but from the seventh, 2006-07, on the fee is 4,000 and nothing is out of range.
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.fee, scale: 5, from: 2006-01, ramp: 10 months}"),
        ElementsAre());
}

// Cells as above. Two shocks that leave the range elsewhere are both reported, in whatever month;
// one that would start from a refused value is not.
TEST(Shocks, that_leave_the_range_are_all_reported_where_they_do_not_follow_each_other)
{
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.compliance, scale: 9, from: 2006-01, group: {origin: "
                          "osh}}\n  - {lever: law.permit.compliance, scale: 5, from: 2006-01, "
                          "group: {origin: north}}\n  - {lever: law.permit.compliance, scale: 9, "
                          "from: 2006-04, group: {origin: osh}}"),
        ElementsAre(testing::HasSubstr("the shock makes it 2.25 in 2006-01"),
                    testing::HasSubstr("the shock makes it 1.25 in 2006-01")));
}

TEST(Shocks, of_a_word_or_a_truth_can_only_be_set)
{
    EXPECT_THAT(
        mistakes_of_shock("{lever: law.permit.free, add: 1, from: 2006-01, ramp: 3 months}"),
        ElementsAre("s.yaml:35:35: law.permit.free: a lever without number can only be set, "
                    "expected set: VALUE",
                    "s.yaml:35:59: law.permit.free: a ramp of a lever without number, "
                    "expected a change at once"));
}

TEST(Shocks, name_groups_that_exist)
{
    auto const of = [](std::string const& lever, std::string const& group) {
        return mistakes_of_shock(
            fmt::format("{{lever: {}, from: 2006-01, group: {}}}", lever, group));
    };
    std::string const lever = "law.permit.compliance, set: 0.5";
    EXPECT_THAT(of(lever, "{orign: osh}"),
                ElementsAre("s.yaml:35:69: law.permit.compliance: unknown key 'orign', expected "
                            "origin or sex, did you mean 'origin'?"));
    EXPECT_THAT(of(lever, "{origin: [osh, batkan]}"),
                ElementsAre("s.yaml:35:83: law.permit.compliance: unknown group 'batkan', expected "
                            "batken, osh or north, did you mean 'batken'?"));
    EXPECT_THAT(of(lever, "{origin: [osh, osh]}"),
                ElementsAre("s.yaml:35:77: law.permit.compliance: a group named twice, expected "
                            "batken, osh or north"));
    EXPECT_THAT(of(lever, "{origin: []}"),
                ElementsAre("s.yaml:35:77: law.permit.compliance: no group named, expected batken, "
                            "osh or north"));
    EXPECT_THAT(of(lever, "osh"),
                ElementsAre("s.yaml:35:68: law.permit.compliance: 'osh' as group, expected a map "
                            "with origin or sex"));
    EXPECT_THAT(of("law.permit.fee, set: 1 RUB", "{origin: osh}"),
                ElementsAre("s.yaml:35:63: law.permit.fee: a group of a lever that holds for all "
                            "alike"));
}

TEST(Shocks, that_scale_take_no_rise_with_its_sign)
{
    for (std::string const rise : {"+10%", "+10 %", "+0.1"})
        EXPECT_THAT(
            mistakes_of_shock("{lever: law.permit.fee, scale: " + rise + ", from: 2006-01}"),
            ElementsAre(testing::EndsWith("is no factor, expected what the value is multiplied "
                                          "by, a rise by a tenth is 1.1 or 110 %")));
}
}  // namespace kochmon
