// SPDX-License-Identifier: MIT
#include "agents/synthesis/start.hpp"

#include <fmt/format.h>

#include "agents/synthesis/census_tables.hpp"

namespace kochmon
{
void TraitParameters::fields(Fields& field, std::string const& at)
{
    field(at + "population.wage_factor_spread", wage_factor_spread,
          {Dimension::ratio, {0, 2}, "Standard deviation of log wages between persons alike"});
    Range const money{-100'000, 100'000};
    field(at + "population.attachment.mean", attachment_mean,
          {Dimension::roubles_per_month, money, "Attachment to home, mean of men"});
    field(at + "population.attachment.women", attachment_women,
          {Dimension::roubles_per_month, money, "Added to the attachment of women"});
    field(at + "population.attachment.spread", attachment_spread,
          {Dimension::roubles_per_month, {0, 100'000}, "Standard deviation between persons"});
    field(
        at + "population." + field.corridor().language(), language,
        {Dimension::share,
         {0, 1},
         fmt::format("Part of the persons who speak {} well", field.corridor().language_title())});
    field(at + "population.profession", profession,
          {Dimension::share, {0, 1}, "Part of the persons who have learnt a profession"});
    field(at + "population.settlers", settlers,
          {Dimension::share,
           {0, 1},
           "Part of the persons who would go abroad to settle, not to save a sum"});
    field(at + "population.schooling.secondary", secondary,
          {Dimension::share, {0, 1}, "Part of the persons whose schooling is secondary"});
    field(at + "population.schooling.higher", higher,
          {Dimension::share, {0, 1}, "Part of the persons whose schooling is higher"});
    field(at + "population.household_cash.mean", cash_in_months,
          {Dimension::months, {0, 120}, "Household cash at the start, in months of its income"});
    field(at + "population.household_cash.spread", cash_spread,
          {Dimension::ratio, {0, 3}, "Standard deviation of log cash between households"});
}

Schooling TraitParameters::schooling(double u) const
{
    if (u < higher.value()) return Schooling::higher;
    return u < higher.value() + secondary.value() ? Schooling::secondary : Schooling::basic;
}

void StockParameters::fields(Fields& field, std::string const& at, Country country)
{
    field(at + "start.foreigners", foreigners,
          {Dimension::persons, {0, 1e7}, "Persons abroad who are not naturalized"});
    field(at + "start.naturalized", naturalized,
          {Dimension::persons, {0, 1e7}, "Persons abroad who are naturalized"});
    Corridor const& corridor = field.corridor();
    Corridor::ToldApart const& apart = corridor.told_apart(country);
    if (corridor.tells_apart(country))
        field(at + "start." + apart.key, told_apart,
              {Dimension::share, {0, 1}, fmt::format("Part of them from the {}", apart.group)});
    for (Place const place : corridor.destinations())
        field(at + "start.destinations." + corridor.name_of(place), destination[index(place)],
              {Dimension::share,
               {0, 1},
               fmt::format(
                   "Part of the foreigners abroad who are there; the naturalized are in {} alone",
                   corridor.main_title())});
    field(at + "start.mean_spell", mean_spell,
          {Dimension::months, {1, 600}, "Mean months since arrival"});
    field(at + "start.with_permit", with_permit,
          {Dimension::share, {0, 1}, "Part of the foreigners who hold a permit"});
    field(at + "start.employed", employed, {Dimension::share, {0, 1}, "Part of them at work"});
    field(at + "start.with_contract", with_contract,
          {Dimension::share, {0, 1}, "Part of the employed with a work right who have a contract"});
    field(at + "start.earlier_trip", earlier_trip,
          {Dimension::share,
           {0, 1},
           corridor.tells_apart(country)
               ? fmt::format("Part of {} adults at home with an earlier trip", apart.key)
               : "Part of the adults at home with an earlier trip"});
    field(at + "start.order_noise", order_noise,
          {Dimension::roubles_per_month,
           {0, 100'000},
           "Spread of what, besides attachment, decides who is abroad"});
    field(at + "start.cash", cash,
          {Dimension::roubles, {0, 1'000'000}, "Mean cash of persons abroad"});
}

void StartParameters::fields(Fields& field)
{
    origins.fields(field);
    declare_census(field);
    for (Region const region : field.corridor().regions())
        field(path_of_region(field.corridor(), region) + ".household_size",
              household_size[index(region)],
              {Dimension::ratio, {1.5, 12}, "Mean members of a household"});
    for (Region const region : field.corridor().regions())
        field(path_of_region(field.corridor(), region) + ".attachment", attachment[index(region)],
              {Dimension::roubles_per_month,
               {-1'000'000, 1'000'000},
               "Attachment of its people to home, added to that of all: what land, work on the "
               "farm and habit keep or send away"});
    for (Country const country : field.corridor().countries())
    {
        std::string const at = path_of_start(field.corridor(), country);
        traits[index(country)].fields(field, at);
        stock[index(country)].fields(field, at, country);
    }
}
}  // namespace kochmon
