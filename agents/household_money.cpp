// SPDX-License-Identifier: MIT
#include "agents/household_money.hpp"

#include <algorithm>

namespace kochmon
{
void SavingParameters::fields(Fields& field)
{
    field("home.saving_share", of_income,
          {Dimension::share, {0, 1}, "Part of income at home that households put aside"});
}

void RegionSavings::add_month(MarketParameters const& markets, SavingParameters const& saving)
{
    Sums sums = sums_.back();
    for (std::size_t region = 0; region < region_count; ++region)
    {
        double const wage = markets.wage_at_home[region].roubles() * saving.of_income.value();
        double const other = wage * markets.income_without_wage_job;
        sums[index(EarnerClass::wage_job)][region] += Kopecks::from_roubles(wage).count();
        sums[index(EarnerClass::other)][region] += Kopecks::from_roubles(other).count();
    }
    sums_.push_back(sums);
}

Kopecks RegionSavings::between(EarnerClass earner, Region region, int from, int to) const
{
    auto const at = [&](int months)
    { return sums_[static_cast<std::size_t>(months)][index(earner)][index(region)]; };
    return Kopecks(at(to) - at(from));
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
    account.saved =
        savings.between(EarnerClass::wage_job, region, from, to) *
            households.wage_earners[household] +
        savings.between(EarnerClass::other, region, from, to) * households.other_earners[household];
    account.cash += account.saved;
    account.service = serve(liquidity, account.cash, account.debt, to - from);
    account.cash -= account.service.repaid;
    account.debt += account.service.change();
    account.spent = std::max(Kopecks{}, account.cash - liquidity.most_household_cash);
    account.cash -= account.spent;
    return account;
}

double income_at_home(MarketParameters const& markets, Region region, bool wage_job,
                      double wage_factor)
{
    double const wage = markets.wage_at_home[index(region)].roubles() * wage_factor;
    return wage_job ? wage : wage * markets.income_without_wage_job;
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
