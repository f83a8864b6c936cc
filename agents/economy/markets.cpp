// SPDX-License-Identifier: MIT
#include "agents/economy/markets.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
void exchange_fields(Fields& field, MarketParameters& markets)
{
    Currencies const& currencies = field.corridor().currencies();
    for (std::size_t k = 1; k < currencies.list().size(); ++k)
    {
        CurrencyDeclared const& currency = currencies.list()[k];
        field(currency.path_of_rate(), markets.exchange[k],
              {Dimension::ratio, currency.range, meaning_of_rate(currency, currencies.base()),
               Use::lever});
    }
}

void home_fields(Fields& field, MarketParameters& markets)
{
    for (Region const region : field.corridor().regions())
    {
        std::string const at = path_of_region(field.corridor(), region);
        field(at + ".wage", markets.wage_at_home[index(region)],
              {Dimension::roubles_per_month, {100, 200'000}, "Wage in a wage job", Use::lever});
        field(at + ".wage_job_share", markets.wage_job_share[index(region)],
              {Dimension::share, {0, 1}, "Share of adults who have a wage job"});
    }
    field("home.income_without_wage_job", markets.income_without_wage_job,
          {Dimension::ratio,
           {0, 2},
           "Income of adults without a wage job, relative to the wage of the region",
           Use::lever});
}

void destination_fields(Fields& field, MarketParameters& markets, Place place)
{
    std::string const at = path_of_destination(field.corridor(), place);
    Range const monthly{0, 1'000'000};
    field(at + ".wage", markets.wage[index(place)],
          {Dimension::roubles_per_month, monthly,
           "Pay for a month of work without a work right, for the mean worker", Use::lever});
    field(at + ".first_bed", markets.first_bed[index(place)],
          {Dimension::roubles_per_month, monthly, "Lodging in the first month: a bed by the day",
           Use::lever});
    field(at + ".lodging", markets.lodging[index(place)],
          {Dimension::roubles_per_month, monthly, "Lodging later: a share of a flat", Use::lever});
    field(at + ".food", markets.food[index(place)],
          {Dimension::roubles_per_month, monthly, "Food for one person", Use::lever});
    field(at + ".fare", markets.fare[index(place)],
          {Dimension::roubles, {0, 1'000'000}, "Fare from home, one way", Use::lever});
}
}  // namespace

void MarketParameters::fields(Fields& field)
{
    exchange_fields(field, *this);
    field("markets.exchange.price_level", price_level,
          {Dimension::ratio,
           {0.001, 1000},
           fmt::format("Consumer prices in {} relative to {}; money of a month is divided by it",
                       field.corridor().main_title(), field.corridor().currencies().prices_of()),
           Use::dated});
    home_fields(field, *this);
    for (Place const place : field.corridor().destinations())
        destination_fields(field, *this, place);
    field("markets.belief_weight", belief_weight,
          {Dimension::per_month, {0, 1}, "Weight with which believed wages follow actual ones"});
}
}  // namespace kochmon
