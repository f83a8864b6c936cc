// SPDX-License-Identifier: MIT
#pragma once

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// Births and deaths: the tables of the scenario, and what moves them. They depend on country of
/// origin, age, sex and year alone, neither on place nor on policy.
struct VitalParameters
{
    ByCountry<double> fertility{};  // times the table
    ByCountry<double> mortality{};
    ByCountry<double> boys_per_girl{};  // at birth
    // Growth of GDP that 1 % of population growth needs, %, of countries with an economy.
    ByCountry<double> growth_need{};
    double natural_loss = 0.0;  // of Russia, persons a year; below 0 an increase

    void fields(Fields& field);
    // What one country has for itself.
    void declare_boys(Fields& field, Country country);
    void declare_growth_need(Fields& field, Country country);
};
}  // namespace kochmon
