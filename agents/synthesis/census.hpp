// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/scenario.hpp"
#include "config/table.hpp"

#include "agents/places.hpp"
#include "agents/status.hpp"

namespace kochmon
{
/// One cell of the pyramid in a year.
struct AgeSexCell
{
    int age_from = 0;
    int age_to = 0;  // included
    Sex sex = Sex::female;
    double persons = 0.0;
};

/// The pyramid of a year: linear between the years of the table, constant outside them.
/// The rows are of one country. Throws ScenarioError if a year of the table lacks a cell that
/// another has, or if an age is left out or stands twice.
std::vector<AgeSexCell> pyramid_of(Table const& age_sex, int year);

/// Persons of a pyramid.
double persons_in(std::vector<AgeSexCell> const& pyramid);

/// Share of each region in the country's population of a year, linear between the years of the
/// table, constant outside them; 0 for the regions of other countries. Throws ScenarioError for a
/// region that is missing or not the country's.
ByRegion<double> region_shares_of(Table const& regions, Country country, int year);

/// The tables of a scenario, of one country alone. Throw ScenarioError if it has no rows.
std::vector<AgeSexCell> pyramid_of(Scenario const& scenario, Country country, int year);
ByRegion<double> region_shares_of(Scenario const& scenario, Country country, int year);
}  // namespace kochmon
