// SPDX-License-Identifier: MIT
#include "agents/economy/home_economy.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kochmon
{
void HomeEconomy::fields(Fields& field, std::string const& at)
{
    Range const national{1, 10'000'000'000'000};
    std::string const& money = field.corridor().currencies().base().name;
    field(at + "home.gdp.base", base,
          {Dimension::roubles_per_month,
           {1'000'000, 10'000'000'000'000},
           "Product of the country of origin with the reference remittances",
           Use::lever});
    field(at + "home.gdp.reference_remittances", reference,
          {Dimension::roubles_per_month, national, "Remittances of a month in that product",
           Use::dated});
    field(at + "home.gdp.multiplier", multiplier,
          {Dimension::ratio,
           {0, 5},
           fmt::format("Product that one more {} of remittances brings", money)});
    field(at + "home.capital.depreciation", depreciation,
          {Dimension::per_month, {0, 1}, "Depreciation of the capital built with remittances"});
    field(at + "home.capital.yield", yield,
          {Dimension::per_month, {0, 1}, fmt::format("Product of a {} of that capital", money)});
    field(at + "home.investment.of_remittances", invested,
          {Dimension::share, {0, 1}, "Part of remittances that households invest", Use::lever});
    field(at + "home.income_elasticity", income_elasticity,
          {Dimension::ratio,
           {0, 5},
           "Rise of income at home, relative to that of the product over its base"});
}

void HomeEconomies::fields(Fields& field)
{
    Corridor const& corridor = field.corridor();
    for (Country const country : corridor.with(Own::economy))
        of[index(country)].fields(field, path_of_start(corridor, country));
    field("home.income", income,
          {Dimension::ratio,
           {0, 10},
           "Income at home relative to the wages of the scenario",
           Use::lever,
           {origin_dimension(corridor)}});
}

double HomeEconomy::product(double remittances, double capital) const
{
    double const moved = multiplier * (remittances - reference.roubles()) + yield * capital;
    return std::max(0.0, base.roubles() + moved);
}

double HomeEconomy::income_response(double product, double usual) const
{
    return std::max(0.0, 1.0 + income_elasticity * (product / usual - 1.0));
}

void close_month(EconomyAccounts& now, EconomyAccounts const& before, HomeFlows const& flows,
                 HomeEconomy const& economy, double weight)
{
    Kopecks const capital(before.capital);
    double const product =
        economy.product(flows.remittances.roubles() * weight, capital.roubles() * weight);
    Kopecks const worn = scaled(capital, economy.depreciation);
    now.gdp = Kopecks::from_roubles(product / weight).count();
    now.base = Kopecks::from_roubles(economy.base.roubles() / weight).count();
    now.worn = worn.count();
    now.capital = (capital - worn + flows.invested).count();
}

ByRegion<double> income_level(HomeEconomies const& economies, Regions const& regions,
                              HomeAccounts const* last_month, double weight)
{
    ByRegion<double> level = economies.income;
    if (last_month == nullptr) return level;
    for (Region const region : regions)
    {
        Country const country = origin_country(region);
        EconomyAccounts const& accounts = last_month->of(country);
        if (!accounts.are_kept()) continue;
        level[index(region)] *= economies.of[index(country)].income_response(
            Kopecks(accounts.gdp).roubles() * weight, Kopecks(accounts.base).roubles() * weight);
    }
    return level;
}
}  // namespace kochmon
