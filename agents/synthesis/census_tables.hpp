// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/fields.hpp"

namespace kochmon
{
/// Declares the counts of persons by age and sex, and by region.
void declare_census(Fields& field);

/// Years whose age groups differ from those of others, sexes that do not grow equally old, and
/// sums that are no population of a country.
std::vector<TableFault> faults_of_pyramids(Table const& age_sex);
/// Regions that shrink or grow between two counts as no region does.
std::vector<TableFault> faults_of_regions(Table const& regions);
}  // namespace kochmon
