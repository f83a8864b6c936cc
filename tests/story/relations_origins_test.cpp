// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/story/relations.hpp"
#include "tests/story/settings.hpp"

// What one country of origin may and may not do to the lives of another.
namespace kochmon::relations
{
namespace
{
using settings::another_country;

// Nobody changes a wage, a rent, a check or a list for anybody else.
Settings no_channels()
{
    return joined(
        {{"markets.wage_elasticity=0", "markets.lodging_elasticity=0", "law.checks.crowding=0"},
         settings::no_residence(),
         russian_destinations("permit_quota.applies=false"),
         all_destinations("placement.places=0 persons/year")});
}

/// All of them shut but one, which opens with these settings.
Settings no_channel_but(Settings const& open)
{
    auto const path = [](std::string const& setting)
    { return setting.substr(0, setting.find('=')); };
    Settings set = open;
    for (std::string const& shut : no_channels())
        if (std::ranges::find(open, path(shut), path) == open.end()) set.push_back(shut);
    return set;
}

Settings with_another()
{
    return {path_of_origin(*kyrgyz_corridor(), another_country) + "included=true"};
}

tests::TestWorld small(Settings const& set)
{
    return {.persons = "5000", .months = 30, .set = set};
}

template <class Value>
bool begins_alike(std::vector<Value> const& one, std::vector<Value> const& two, std::size_t rows)
{
    return std::equal(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(rows), two.begin());
}

/// The first country's persons have the first rows.
bool same_lives(Persons const& alone, Persons const& together)
{
    std::size_t const rows = alone.size();
    return begins_alike(alone.key, together.key, rows) &&
           begins_alike(alone.place, together.place, rows) &&
           begins_alike(alone.last_found, together.last_found, rows) &&
           begins_alike(alone.records, together.records, rows);
}

/// Months in which the persons of the first country live the same lives, and their households have
/// the same money, in both runs.
int months_of_same_lives(Settings const& one, Settings const& two)
{
    Scenario const first = small(one).scenario();
    Scenario const second = small(two).scenario();
    Workers const workers(1);
    Simulation alone(first, synthesize(first), 0, {workers, {}});
    Simulation together(second, synthesize(second), 0, {workers, {}});
    int months = 0;
    for (; !alone.ended(); ++months)
    {
        alone.advance();
        together.advance();
        if (!same_lives(alone.population().persons, together.population().persons)) break;
        Households const& households = alone.population().households;
        if (!begins_alike(households.cash, together.population().households.cash,
                          households.size()))
            break;
        EconomyAccounts const& home = alone.society().last_month.home.of(first_country);
        EconomyAccounts const& other = together.society().last_month.home.of(first_country);
        if (home.gdp != other.gdp || home.capital != other.capital) break;
    }
    return months;
}

std::int64_t abroad(Sums const& sums, Country country)
{
    std::int64_t agents = 0;
    for (Region const region : kyrgyz_corridor()->regions())
        if (origin_country(region) == country)
            agents += sums.months.back().total(Count::abroad, region);
    return agents;
}
}  // namespace

TEST(RelationsOfOrigins, with_every_channel_shut_nobody_lives_otherwise_for_another_country)
{
    EXPECT_EQ(months_of_same_lives(no_channels(), joined({no_channels(), with_another()})), 30);
}

TEST(RelationsOfOrigins, through_markets_checks_and_lists_they_do)
{
    for (Settings const& open :
         {Settings{"markets.wage_elasticity=0.15"}, Settings{"markets.lodging_elasticity=0.3"},
          Settings{"law.checks.crowding=3"}, russian_destinations("permit_quota.applies=true")})
    {
        Settings const alone = no_channel_but(open);
        EXPECT_LT(months_of_same_lives(alone, joined({alone, with_another()})), 30) << open.front();
    }
}

TEST(RelationsOfOrigins, what_a_country_left_out_would_be_is_of_no_effect)
{
    Settings const otherwise{"origins.tajikistan.start.foreigners=0 persons",
                             "origins.tajikistan.population.russian=100 %",
                             "regions.tajikistan.wage=9000 RUB/month"};
    expect(Same{"left_out", {}, otherwise, with_another(), joined({with_another(), otherwise})});
}

TEST(RelationsOfOrigins, a_richer_country_keeps_more_of_its_persons_and_none_of_another)
{
    Settings const poor = joined({no_channels(), with_another()});
    Settings const rich = joined({poor, {"regions.tajikistan.wage=25000 RUB/month"}});
    Sums const of_poor = tests::run(small(poor).scenario());
    Sums const of_rich = tests::run(small(rich).scenario());
    EXPECT_LT(abroad(of_rich, another_country), abroad(of_poor, another_country));
    EXPECT_EQ(abroad(of_rich, first_country), abroad(of_poor, first_country));
}

TEST(RelationsOfOrigins, the_product_of_the_first_country_does_not_move_income_elsewhere)
{
    HomeEconomies economies = tests::baseline_parameters().home_economies;
    economies.income.fill(1.0);
    std::int64_t const base = economies.of[index(first_country)].base.count();
    HomeAccounts last_month;
    last_month.of(first_country) = {.gdp = 2 * base, .base = base};
    ByRegion<double> const level =
        income_level(economies, kyrgyz_corridor()->regions(), &last_month, 1.0);
    EXPECT_GT(level[index(regions::osh)], 1.0);
    EXPECT_EQ(level[index(regions::uzbekistan)], 1.0);
    EXPECT_EQ(level[index(regions::tajikistan)], 1.0);
}
}  // namespace kochmon::relations
