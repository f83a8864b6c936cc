// SPDX-License-Identifier: MIT
#include <cmath>

#include <gtest/gtest.h>

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"

// The dated law and the prices of config/history.yaml, and what they do to the people in it.
namespace kochmon
{
namespace
{
using namespace relations;

Scenario history(std::vector<std::string> set = {}, std::string const& persons = "20000")
{
    return load_model(std::string(KOCHMON_SOURCE) + "/config/history.yaml",
                      {.set = std::move(set), .persons = persons});
}

double value_in(Scenario const& scenario, std::string const& path, std::string const& month)
{
    return scenario.values(path, Month::parse(month).value()).front();
}

/// Sums from a month on, up to and without another.
struct Window
{
    Month from;
    Month until;
};

std::int64_t in_russia(Sums const& sums, Count kind, Window const& window)
{
    Month const start = Month::of(2000, 1);
    std::int64_t sum = 0;
    for (Month month = window.from; month < window.until; month = month + 1)
        sum += counted(sums.months[static_cast<std::size_t>(month - start)], kind,
                       is_in_main_jurisdiction);
    return sum;
}

Window year(int year)
{
    return {Month::of(year, 1), Month::of(year + 1, 1)};
}
}  // namespace

// 5,803 som of 2011 at 1.5705 som a rouble and prices of 0.9517; 48,000 and 10,000 RUB at 1.3299;
// 150 USD of 2010 at 30.3679 and 0.8776; and what is stated in RUB of 2012 stays.
TEST(History, states_money_of_2012)
{
    Scenario const scenario = history();
    EXPECT_DOUBLE_EQ(value_in(scenario, "regions.osh.wage", "2011-07"), 5803 / 1.5705 / 0.9517);
    EXPECT_DOUBLE_EQ(value_in(scenario, "jurisdictions.russia.patent.fee", "2015-01"),
                     48000 / 1.3299);
    EXPECT_DOUBLE_EQ(value_in(scenario, "jurisdictions.russia.patent.papers", "2015-01"),
                     10000 / 1.3299);
    EXPECT_DOUBLE_EQ(value_in(scenario, "home.consulate.passport_fee", "2010-12"),
                     150 * 30.3679 / 0.8776);
    EXPECT_EQ(value_in(scenario, "jurisdictions.russia.permit.fee", "2005-01"), 25000);
    // Wages abroad are the baseline's in 2011, and move with those published.
    EXPECT_NEAR(value_in(scenario, "destinations.moscow.wage", "2011-12"), 20000, 1);
    EXPECT_NEAR(value_in(scenario, "destinations.moscow.wage", "2015-12"),
                20000 * 0.9517 * 34030 / std::sqrt(20952.0 * 26629.0) / 1.3299, 1);
}

TEST(History, changes_the_law_in_its_months)
{
    Scenario const scenario = history();
    auto const russia_in = [&](std::string const& lever, std::string const& month)
    { return value_in(scenario, russia(lever), month); };
    EXPECT_EQ(russia_in("regime", "2015-08"), 0);
    EXPECT_EQ(russia_in("regime", "2015-09"), 1);
    EXPECT_DOUBLE_EQ(russia_in("registration.deadline.kyrgyzstan", "2015-08"), 7.0 / 30.0);
    EXPECT_EQ(russia_in("registration.deadline.kyrgyzstan", "2015-09"), 1);
    EXPECT_EQ(value_in(scenario, "destinations.moscow.permit_quota.applies", "2014-12"), 1);
    EXPECT_EQ(value_in(scenario, "destinations.moscow.permit_quota.applies", "2015-01"), 0);
    EXPECT_EQ(russia_in("permit.open", "2014-12"), 1);
    EXPECT_EQ(russia_in("permit.open", "2015-01"), 0);
    EXPECT_EQ(russia_in("patent.open", "2010-06"), 0);
    EXPECT_EQ(russia_in("patent.open", "2010-07"), 1);
    EXPECT_EQ(russia_in("patent.employers", "2014-12"),
              static_cast<double>(index(Employers::households)));
    EXPECT_EQ(russia_in("patent.employers", "2015-01"), static_cast<double>(index(Employers::all)));
    EXPECT_EQ(russia_in("re_entry.open", "2013-12"), 1);
    EXPECT_EQ(russia_in("re_entry.open", "2014-01"), 0);
    EXPECT_EQ(russia_in("naturalization.simplified.queue", "2011-10"), 3);
    EXPECT_EQ(russia_in("naturalization.simplified.queue", "2011-11"), 12);
    EXPECT_EQ(russia_in("naturalization.simplified.open", "2012-10"), 1);
    EXPECT_EQ(russia_in("naturalization.simplified.open", "2012-11"), 0);
    EXPECT_EQ(russia_in("naturalization.agreement.open", "2012-11"), 1);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2015-07"), 0);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2015-08"), 0.15);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2015-11"), 0);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2022-06"), 0);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2022-07"), 0.57);
    EXPECT_EQ(russia_in("amnesty.struck_off", "2022-08"), 0);
    EXPECT_EQ(russia_in("entry", "2020-03"), 0);
    EXPECT_EQ(russia_in("entry", "2020-04"), 1);
    EXPECT_EQ(russia_in("entry", "2021-01"), 0);
}

// Who includes another country gets its wages, not the union or the unrest of Kyrgyzstan.
TEST(History, tells_other_countries_of_origin_apart)
{
    Scenario const scenario = history();
    Month const in_union = Month::of(2015, 9);
    StayLaw stay;
    read(stay, scenario, in_union);
    RegistrationLaw registration;
    read(registration, scenario, in_union);
    Unrest unrest;
    read(unrest, scenario, Month::of(2010, 7));
    for (Jurisdiction const where : kyrgyz_corridor()->unions())
    {
        EXPECT_TRUE(stay.free_movement(where, regions::osh));
        EXPECT_FALSE(stay.free_movement(where, regions::uzbekistan));
        EXPECT_FALSE(stay.free_movement(where, regions::tajikistan));
    }
    EXPECT_EQ(registration.late(jurisdictions::russia, regions::osh, 1).value(), 0.0);
    EXPECT_GT(registration.late(jurisdictions::russia, regions::tajikistan, 1).value(), 0.7);
    EXPECT_GT(unrest.at(regions::osh), 3'000.0);
    EXPECT_EQ(unrest.at(regions::uzbekistan), 0.0);
    EXPECT_EQ(unrest.at(regions::tajikistan), 0.0);
    // 95 USD of 2010 and 2011 with GDP per head: 100.9 in 2011, at 29.3823 and 0.9517.
    EXPECT_DOUBLE_EQ(value_in(scenario, "regions.tajikistan.wage", "2011-07"),
                     100.9 * 29.3823 / 0.9517);
    EXPECT_LT(value_in(scenario, "regions.uzbekistan.wage", "2002-07"),
              value_in(scenario, "regions.uzbekistan.wage", "2011-07") / 2);
}

TEST(History, lets_the_law_act)
{
    Sums const sums = tests::run(history());
    Window const closed{Month::of(2020, 4), Month::of(2021, 1)};
    // Citizens alone still come: fewer in nine months than of all in three.
    EXPECT_LT(in_russia(sums, Count::departures, closed),
              in_russia(sums, Count::departures, {Month::of(2020, 1), Month::of(2020, 4)}));
    EXPECT_GT(in_russia(sums, Count::departures, year(2019)),
              3 * in_russia(sums, Count::departures, closed));
    EXPECT_EQ(in_russia(sums, Count::patents_bought, year(2009)), 0);
    EXPECT_GT(in_russia(sums, Count::patents_bought, year(2014)), 0);
    EXPECT_GT(in_russia(sums, Count::permits_granted, year(2014)), 0);
    EXPECT_EQ(in_russia(sums, Count::permits_granted, year(2015)), 0);
    EXPECT_GT(in_russia(sums, Count::permits_bought, year(2014)), 0);
    EXPECT_EQ(in_russia(sums, Count::permits_bought, year(2016)), 0);
    EXPECT_EQ(in_russia(sums, Count::free_movers, year(2014)), 0);
    EXPECT_GT(in_russia(sums, Count::free_movers, year(2016)), 0);
    EXPECT_EQ(in_russia(sums, Count::permits_refused, year(2015)), 0);
    EXPECT_GT(in_russia(sums, Count::overstayed, year(2014)), 0);
    EXPECT_EQ(in_russia(sums, Count::overstayed, year(2016)), 0);
    EXPECT_GT(sums.flow(Count::bans_purged), 0);
}

// In the history fewer places are asked for than there are, so these are made scarce.
TEST(History, has_quotas_until_the_end_of_2014)
{
    std::vector<std::string> scarce{"time.months=144"};
    for (char const* const place : {"moscow", "st_petersburg", "rest_of_russia"})
        scarce.push_back(std::string("destinations.") + place +
                         ".permit_quota.places=1000 persons/year");
    Sums const sums = tests::run(history(scarce));
    EXPECT_GT(in_russia(sums, Count::permits_refused, year(2014)), 0);
    Window const before_the_union{Month::of(2015, 1), Month::of(2015, 9)};
    EXPECT_GT(in_russia(sums, Count::patents_bought, before_the_union), 0);
    EXPECT_EQ(in_russia(sums, Count::permits_refused, year(2015)), 0);
}

// Without its dates the law of 2005 goes on.
TEST(History, would_be_another_without_free_movement)
{
    Sums const sums = tests::run(history({russia("regime=permit"), "time.months=144"}));
    EXPECT_EQ(in_russia(sums, Count::free_movers, year(2016)), 0);
    EXPECT_GT(in_russia(sums, Count::permits_bought, year(2016)), 0);
    EXPECT_GT(in_russia(sums, Count::overstayed, year(2016)), 0);
}

TEST(Outlook, begins_with_the_history)
{
    Scenario const outlook = load_model(std::string(KOCHMON_SOURCE) + "/config/outlook-2050.yaml",
                                        {.persons = std::string("5000"), .months = 1});
    Sums const past = tests::run(history({}, "5000"));
    Sums const all = tests::run(outlook);
    ASSERT_EQ(past.months.size(), 300U);
    ASSERT_EQ(all.months.size(), 301U);
    EXPECT_EQ(months_alike(past, all, {}), 300U);
}

// 1.5 % a year abroad and 2.5 % at home, at the prices of 2024.
TEST(Outlook, lets_wages_grow)
{
    Scenario const outlook = load_model(std::string(KOCHMON_SOURCE) + "/config/outlook-2050.yaml");
    EXPECT_EQ(outlook.settings().first_reported(), Month::of(2025, 1));
    EXPECT_EQ(outlook.settings().end(), Month::of(2051, 1));
    auto const growth = [&](std::string const& path)
    { return value_in(outlook, path, "2050-12") / value_in(outlook, path, "2024-12"); };
    EXPECT_NEAR(growth("destinations.moscow.wage"), std::pow(1.015, 26), 1e-3);
    EXPECT_NEAR(growth("destinations.moscow.lodging"), std::pow(1.015, 26), 1e-3);
    EXPECT_NEAR(growth("regions.osh.wage"), std::pow(1.025, 26), 1e-3);
    EXPECT_EQ(growth("jurisdictions.russia.permit.fee"), 1);
    EXPECT_EQ(growth("jurisdictions.russia.patent.fee"), 1);
}
}  // namespace kochmon
