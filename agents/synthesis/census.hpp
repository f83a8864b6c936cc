// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

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
/// Throws ScenarioError if a year of the table lacks a cell that another has.
std::vector<AgeSexCell> pyramid_of(Table const& age_sex, int year);

/// Persons of a pyramid.
double persons_in(std::vector<AgeSexCell> const& pyramid);

/// Share of each region in a year, linear between the years of the table, constant outside them.
/// Throws ScenarioError for an unknown or missing region.
ByRegion<double> region_shares_of(Table const& regions, int year);
}  // namespace kochmon
