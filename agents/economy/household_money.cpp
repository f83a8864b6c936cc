// SPDX-License-Identifier: MIT
#include "agents/economy/household_money.hpp"

#include <algorithm>

#include "engine/contract.hpp"

namespace kochmon
{
void SavingParameters::fields(Fields& field)
{
    field("home.saving_share", of_income,
          {Dimension::share, {0, 1}, "Part of income at home that households put aside"});
}

void RegionSavings::open_month(MarketParameters const& markets, SavingParameters const& saving,
                               ByRegion<double> const& level)
{
    EXPECT(opened() == closed_);
    auto const add = [&](Sums& sums, std::size_t region, double wage)
    {
        double const other = wage * markets.income_without_wage_job;
        sums[index(EarnerClass::wage_job)][region] += Kopecks::from_roubles(wage).count();
        sums[index(EarnerClass::other)][region] += Kopecks::from_roubles(other).count();
    };
    saved_.push_back(saved_.back());
    earned_.push_back(earned_.back());
    for (std::size_t region = 0; region < level.size(); ++region)
    {
        double const wage = markets.wage_at_home[region].roubles() * level[region];
        add(saved_.back(), region, wage * saving.of_income.value());
        add(earned_.back(), region, wage);
    }
}

void RegionSavings::close_month()
{
    EXPECT(opened() == closed_ + 1);
    ++closed_;
}

Kopecks RegionSavings::passed(std::vector<Sums> const& sums, EarnerClass earner, Region region,
                              Months months)
{
    auto const after = [&](int passed)
    { return sums[static_cast<std::size_t>(passed)][index(earner)][index(region)]; };
    return Kopecks(after(months.to) - after(months.from));
}

namespace
{
struct Between
{
    int from = 0;
    int to = 0;
};

Kopecks put_aside(Households const& households, std::size_t household, RegionSavings const& savings,
                  Between months)
{
    Region const region = households.region[household];
    auto const by = [&](EarnerClass earner)
    { return savings.between(earner, region, months.from, months.to); };
    return by(EarnerClass::wage_job) * households.wage_earners[household] +
           by(EarnerClass::other) * households.other_earners[household];
}
}  // namespace

HeldAtHome held_at_home(Households const& households, std::size_t first, std::size_t last,
                        RegionSavings const& savings)
{
    if (first == last) return {};
    Region const region = households.region[first];
    std::int64_t const by_wage = savings.until(EarnerClass::wage_job, region, savings.opened());
    std::int64_t const by_other = savings.until(EarnerClass::other, region, savings.opened());
    std::int64_t cash = 0;
    std::int64_t debt = 0;
    std::int64_t wage_earners = 0;
    std::int64_t others = 0;
    for (std::size_t household = first; household < last; ++household)
    {
        int const settled = households.settled[household];
        std::int64_t const with_wage = households.wage_earners[household];
        std::int64_t const without = households.other_earners[household];
        cash += households.cash[household] +
                (by_wage - savings.until(EarnerClass::wage_job, region, settled)) * with_wage +
                (by_other - savings.until(EarnerClass::other, region, settled)) * without;
        debt += households.debt[household];
        wage_earners += with_wage;
        others += without;
    }
    auto const this_month = [&](EarnerClass earner)
    { return savings.between(earner, region, savings.months(), savings.opened()); };
    return {
        Kopecks(cash), Kopecks(debt),
        this_month(EarnerClass::wage_job) * wage_earners + this_month(EarnerClass::other) * others};
}

SettledAccount settled(Households const& households, std::size_t household,
                       RegionSavings const& savings, LiquidityParameters const& liquidity)
{
    Region const region = households.region[household];
    int const from = households.settled[household];
    int const to = savings.months();
    SettledAccount account{.cash = Kopecks(households.cash[household]),
                           .debt = Kopecks(households.debt[household])};
    if (from == to) return account;
    int const wage_earners = households.wage_earners[household];
    int const others = households.other_earners[household];
    account.saved = put_aside(households, household, savings, {from, to});
    account.earned =
        savings.earned_between(EarnerClass::wage_job, region, from, to) * wage_earners +
        savings.earned_between(EarnerClass::other, region, from, to) * others;
    account.cash += account.saved;
    account.service = serve(liquidity, account.cash, account.debt, to - from);
    account.cash -= account.service.repaid;
    account.debt += account.service.change();
    account.spent = std::max(Kopecks{}, account.cash - liquidity.most_household_cash);
    account.cash -= account.spent;
    return account;
}

double income_at_home(double wage, bool wage_job, double without_wage_job)
{
    return wage_job ? wage : wage * without_wage_job;
}

double income_at_home(MarketParameters const& markets, Region region, bool wage_job,
                      double wage_factor, double level)
{
    double const wage = markets.wage_at_home[index(region)].roubles() * level * wage_factor;
    return income_at_home(wage, wage_job, markets.income_without_wage_job);
}

Kopecks income_of_household(Households const& households, std::size_t household,
                            MarketParameters const& markets, double level)
{
    double const wage = markets.wage_at_home[index(households.region[household])].roubles() * level;
    double const earners = households.wage_earners[household] +
                           households.other_earners[household] * markets.income_without_wage_job;
    return Kopecks::from_roubles(wage * earners);
}

void count_earners(Population& population, std::size_t household, Month month)
{
    Persons const& persons = population.persons;
    Households& households = population.households;
    int wage_earners = 0;
    int other_earners = 0;
    for (std::size_t person = households.first_member[household];
         person < households.first_member[household + 1]; ++person)
    {
        if (!persons.at_home(person)) continue;
        if (!departure_age.holds(persons.age_in_months(person, month))) continue;
        ++(persons.wage_job[person] != 0 ? wage_earners : other_earners);
    }
    households.wage_earners[household] = static_cast<std::uint8_t>(wage_earners);
    households.other_earners[household] = static_cast<std::uint8_t>(other_earners);
}
}  // namespace kochmon
