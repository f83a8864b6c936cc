// SPDX-License-Identifier: MIT
#include "agents/economy/labour_market.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace kochmon
{
void LabourMarket::fields(Fields& field)
{
    for (std::size_t k = 0; k < sector_count; ++k)
        field("markets.sectors." + sector_names[k] + ".wage", sector_wage[k],
              {Dimension::ratio,
               {0.1, 10},
               "Wage of the sector relative to that of the destination",
               Use::lever});
    field("markets.wage_elasticity", wage_elasticity,
          {Dimension::ratio,
           {0, 1},
           "Relative fall of wages at a destination for a relative rise of all migrant labour "
           "there"});
    field("markets.lodging_elasticity", lodging_elasticity,
          {Dimension::ratio,
           {0, 2},
           "Relative rise of the price of lodging for a relative rise of all migrant labour"});
    for (Place const place : field.corridor().destinations())
    {
        std::string const at = path_of_destination(field.corridor(), place);
        field(at + ".vacancies", vacancies[index(place)],
              {Dimension::ratio,
               {0, 10},
               "Work to be found, relative to the baseline: it follows the working-age population "
               "of the destination",
               Use::lever});
        field(at + ".labour.other", other_labour[index(place)],
              {Dimension::persons,
               {0, 1e8},
               "Migrant workers of other origins in the part of its labour market in which those "
               "of the simulated ones look for work",
               Use::dated});
        field(at + ".labour.reference", reference_labour[index(place)],
              {Dimension::persons,
               {1, 1e8},
               "All migrant workers in that part when the wage of the scenario was measured"});
    }
}

double LabourMarket::log_relative(Place place, double workers) const
{
    std::size_t const at = index(place);
    double const all = std::max(1.0, workers + other_labour[at]);
    return elementary::log(all / reference_labour[at]);
}

double LabourMarket::wage_factor(Place place, double workers) const
{
    if (wage_elasticity == 0.0) return 1.0;
    return elementary::exp(-wage_elasticity * log_relative(place, workers));
}

double LabourMarket::lodging_factor(Place place, double workers) const
{
    if (lodging_elasticity == 0.0) return 1.0;
    return elementary::exp(lodging_elasticity * log_relative(place, workers));
}

double LabourMarket::with_vacancies(Place place, double chance) const
{
    return std::min(1.0, vacancies[index(place)] * chance);
}
}  // namespace kochmon
