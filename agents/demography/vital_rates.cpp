// SPDX-License-Identifier: MIT
#include "agents/demography/vital_rates.hpp"

#include <algorithm>

#include "agents/demography/vital_parameters.hpp"
#include "agents/vocabulary/origins.hpp"

namespace kochmon
{
VitalRates::VitalRates(Scenario const& scenario, Years years, Country country)
    : years_(years),
      fertility_(birth_rates_of(rows_of(scenario, birth_table, country), years)),
      mortality_{death_rates_of(rows_of(scenario, death_table, country), years, Sex::female),
                 death_rates_of(rows_of(scenario, death_table, country), years, Sex::male)}
{
    std::size_t const at = index(country);
    VitalParameters vital;
    for (int year = years.first; year <= years.last; ++year)
    {
        read(vital, scenario, Month::of(year, 1));
        ratios_.push_back({vital.fertility[at], vital.mortality[at]});
    }
    share_of_boys_ = vital.boys_per_girl[at] / (1.0 + vital.boys_per_girl[at]);
}

double VitalRates::births(int year, int age) const
{
    return ratios(year).fertility * fertility_.at(year, age).value_or(0.0);
}

double VitalRates::deaths(int year, int age, Sex sex) const
{
    AgeRates const& rates = mortality_[static_cast<std::size_t>(sex)];
    int const known = std::min(age, rates.oldest(year));
    return ratios(year).mortality * rates.at(year, known).value_or(0.0);
}

Years years_of(RunSettings const& settings)
{
    return {settings.start.year(), (settings.end() - 1).year()};
}
}  // namespace kochmon
