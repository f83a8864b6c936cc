// SPDX-License-Identifier: MIT
#include "agents/demography/vital_parameters.hpp"

#include <fmt/format.h>

#include "agents/demography/vital_tables.hpp"

namespace kochmon
{
void VitalParameters::fields(Fields& field)
{
    declare_vital_rates(field);
    field("population.fertility", fertility,
          read_in_january({Dimension::ratio,
                           {0, 4},
                           "Births relative to population.birth_rates; a calendar year takes the "
                           "value of its January",
                           Use::lever,
                           {country_dimension(field.corridor())}}));
    field("population.mortality", mortality,
          read_in_january({Dimension::ratio,
                           {0, 4},
                           "Deaths relative to population.death_rates; a calendar year takes the "
                           "value of its January",
                           Use::lever,
                           {country_dimension(field.corridor())}}));
    for (Country const country : field.corridor().countries()) declare_boys(field, country);
    for (Country const country : field.corridor().with(Own::economy))
        declare_growth_need(field, country);
    field(path_of_law(field.corridor(), main_jurisdiction) + ".natural_loss", natural_loss,
          {Dimension::persons_per_year,
           {-1e7, 1e7},
           fmt::format("Deaths less births in {}, which migration makes up in part (F26); moves "
                       "nobody, only the measure natural_loss_made_up",
                       field.corridor().main_title()),
           Use::dated});
}

void VitalParameters::declare_boys(Fields& field, Country country)
{
    field(path_of_start(field.corridor(), country) + "population.boys_per_girl",
          boys_per_girl[index(country)], {Dimension::ratio, {0.5, 2}, "Boys born for one girl"});
}

void VitalParameters::declare_growth_need(Fields& field, Country country)
{
    field(path_of_start(field.corridor(), country) + "home.growth_need",
          growth_need[index(country)],
          {Dimension::ratio, {0, 20}, "Growth of GDP needed for 1 % growth of the population, %"});
}
}  // namespace kochmon
