// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/scenario.hpp"
#include "config/table.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
/// One cell of the pyramid.
struct AgeSexCell
{
    int age_from = 0;
    int age_to = 0;  // included
    Sex sex = Sex::female;
    double persons = 0.0;
};

/// The pyramid as a month begins: the years of the table are counted at mid-year (S01), as July
/// begins, and between two of them persons change in a straight line, which goes on before the
/// first and after the last. The rows are of one country; every year has every age once, in the
/// same groups (census_tables).
std::vector<AgeSexCell> pyramid_of(Table const& age_sex, Month month);

/// Persons of a pyramid.
double persons_in(std::vector<AgeSexCell> const& pyramid);

/// Share of each region in the country's population as a month begins, linear between the years of
/// the table (mid-year), constant outside them; 0 for the regions of other countries. The rows are
/// of one country.
ByRegion<double> region_shares_of(Corridor const& corridor, Table const& regions, Month month);

/// The same of a scenario's tables as its first month begins. Throw ScenarioError if the country
/// has no rows, or if its pyramid would be of more than half a year before the first count or after
/// the last.
std::vector<AgeSexCell> pyramid_at_start(Scenario const& scenario, Country country);
ByRegion<double> region_shares_at_start(Scenario const& scenario, Country country);
}  // namespace kochmon
