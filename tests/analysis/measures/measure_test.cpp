// SPDX-License-Identifier: MIT
#include "analysis/measures/measure.hpp"

#include <set>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"

#include "tests/analysis/measures/measure_named.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyz_tally.hpp"

namespace kochmon
{
namespace
{
using tests::measure_named;

constexpr std::size_t osh_moscow_women =
    kyrgyz_cell(regions::osh, destinations::moscow, Sex::female);
constexpr std::size_t osh_moscow_men = kyrgyz_cell(regions::osh, destinations::moscow, Sex::male);
constexpr std::size_t naryn_kazakhstan_men =
    kyrgyz_cell(regions::naryn, destinations::kazakhstan, Sex::male);
constexpr std::size_t osh_home_women = kyrgyz_cell(regions::osh, Place::home, Sex::female);

double valued(std::string const& name, Tally const& tally, double weight = 1.0,
              Selection const& selection = {})
{
    return value(measure_named(name), tally, weight, selection).value();
}

/// Eight foreign workers, three of them regular.
Tally some_workers()
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::foreign_workers, osh_moscow_women, 2);
    tally.count(Count::foreign_workers, osh_moscow_men, 5);
    tally.count(Count::foreign_workers, naryn_kazakhstan_men, 1);
    tally.count(Count::regular_workers, osh_moscow_women, 1);
    tally.count(Count::regular_workers, osh_moscow_men, 2);
    for (int worker = 0; worker < 8; ++worker)
        for (std::size_t const group : groups_of({.age = 20 + 5 * worker, .months_abroad = worker}))
            ++tally.foreign_by_profile[group];
    return tally;
}

TEST(Measures, a_count_is_agents_times_weight)
{
    EXPECT_EQ(valued("foreign_workers", some_workers(), 2.5), 20.0);
    EXPECT_EQ(valued("irregular_workers", some_workers(), 2.5), 12.5);
}

TEST(Measures, a_selection_takes_its_cells_alone)
{
    Tally const tally = some_workers();
    EXPECT_EQ(valued("foreign_workers", tally, 1, {.origin = regions::osh}), 7);
    EXPECT_EQ(valued("foreign_workers", tally, 1, {.place = destinations::kazakhstan}), 1);
    EXPECT_EQ(valued("foreign_workers", tally, 1, {.jurisdiction = jurisdictions::russia}), 7);
    EXPECT_EQ(valued("foreign_workers", tally, 1, {.sex = Sex::female}), 2);
    EXPECT_EQ(valued("foreign_workers", tally, 1,
                     {.origin = regions::naryn, .place = destinations::moscow}),
              0);
}

TEST(Measures, home_belongs_to_no_jurisdiction)
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::living, osh_home_women, 4);
    EXPECT_EQ(valued("persons", tally), 4);
    EXPECT_EQ(valued("at_home", tally), 4);
    for (Group const& group : groups(Breakdown::jurisdiction, *kyrgyz_corridor()))
        EXPECT_EQ(agents(tally, Count::living, group.selection), 0) << group.name;
}

TEST(Measures, a_rate_knows_no_weight)
{
    EXPECT_EQ(valued("regular_share", some_workers(), 2.5), 0.375);
}

TEST(Measures, a_rate_over_nobody_is_empty)
{
    EXPECT_FALSE(value(measure_named("regular_share"), kyrgyz_tally(), 1, {}));
    EXPECT_FALSE(value(measure_named("removal_rate"), kyrgyz_tally(), 1, {}));
    EXPECT_FALSE(value(measure_named("regular_share"), some_workers(), 1,
                       {.place = destinations::south_korea}));
}

TEST(Measures, removals_are_deportations_and_expulsions)
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::deportations, osh_moscow_men, 2);
    tally.count(Count::expulsions, osh_moscow_men, 3);
    tally.count(Count::irregular_months, osh_moscow_men, 50);
    EXPECT_EQ(valued("removals", tally), 5);
    EXPECT_EQ(valued("removal_rate", tally), 0.1);
}

TEST(Measures, departures_are_over_adults_at_home)
{
    Tally tally = kyrgyz_tally();
    tally.count(Count::departures, osh_moscow_men, 2);
    tally.stocks.adults[index(regions::osh)] = 30;
    tally.stocks.adults_at[index(regions::osh)][index(destinations::moscow)] = 10;
    tally.stocks.adults[index(regions::naryn)] = 60;
    EXPECT_EQ(valued("departure_rate", tally), 0.025);
    EXPECT_EQ(valued("departure_rate", tally, 1, {.origin = regions::osh}), 0.1);
}

TEST(Measures, money_is_in_full_scale_roubles)
{
    Tally tally = kyrgyz_tally();
    tally.flow(Flow::remittances, regions::osh, destinations::moscow, Kopecks(12'345));
    tally.flow(Flow::remittances, regions::osh, destinations::kazakhstan, Kopecks(55));
    EXPECT_EQ(valued("remittances", tally, 10.0), 1240.0);
    EXPECT_EQ(valued("remittances", tally, 10.0, {.place = destinations::moscow}), 1234.5);
}

TEST(Measures, each_stands_once_with_a_definition)
{
    std::set<std::string> names;
    for (Measure const& measure : measures())
    {
        EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
        EXPECT_FALSE(measure.definition.empty()) << measure.name;
        EXPECT_FALSE(measure.unit.empty()) << measure.name;
        EXPECT_EQ(measure.breakdowns.front(), Breakdown::total) << measure.name;
    }
}

TEST(Measures, a_rate_is_made_of_other_measures_or_over_a_parameter)
{
    for (Measure const& rate : measures())
    {
        if (rate.kind != MeasureKind::rate) continue;
        // An account of years is no quotient.
        EXPECT_EQ(static_cast<bool>(rate.derived),
                  rate.numerator.empty() && rate.denominator.empty())
            << rate.name;
        if (rate.derived) continue;
        EXPECT_EQ(measure_named(rate.numerator).name, rate.numerator);
        if (rate.over != nullptr)
            EXPECT_NE(kyrgyz_declarations().find(denominator_in(*kyrgyz_corridor(), rate)), nullptr)
                << rate.name;
        else
            EXPECT_EQ(measure_named(rate.denominator).name, rate.denominator);
    }
}

TEST(Measures, groups_of_a_breakdown_add_up_to_the_total)
{
    Tally const tally = some_workers();
    for (Breakdown const by : measure_named("foreign_workers").breakdowns)
    {
        double sum = 0;
        for (Group const& group : groups(by, *kyrgyz_corridor()))
            sum += valued("foreign_workers", tally, 1, group.selection);
        EXPECT_EQ(sum, 8) << name(by, *kyrgyz_corridor());
    }
}
}  // namespace
TEST(Measures, of_money_are_told_in_the_first_currency_of_the_corridor)
{
    Corridor elsewhere;
    elsewhere.name_currencies(
        Currencies({{.code = "XYZ", .name = "crown", .plural = "crowns"}}, "2007"));
    EXPECT_EQ(unit_in(*kyrgyz_corridor(), measure_named("wages")), "RUB/month");
    EXPECT_EQ(unit_in(*kyrgyz_corridor(), measure_named("capital")), "RUB");
    EXPECT_EQ(unit_in(elsewhere, measure_named("wages")), "XYZ/month");
    EXPECT_EQ(unit_in(elsewhere, measure_named("capital")), "XYZ");
    EXPECT_EQ(unit_in(elsewhere, measure_named("abroad")), "persons");
}

TEST(Measures, of_money_alone_have_a_unit_of_money)
{
    for (Measure const& measure : measures())
    {
        bool const is_money = measure.unit == "money" || measure.unit == "money/month";
        bool const is_mean = measure.name == "mean_pay" || measure.name == "mean_remittance";
        EXPECT_EQ(is_money, measure.kind == MeasureKind::money || is_mean) << measure.name;
    }
}
}  // namespace kochmon
