// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

// Where a rule of the law is in force, for Declared::in_force.
namespace kochmon
{
using Cases = std::vector<std::vector<Setting>>;

/// Where some persons need a permit: all, or beside free movement those of no member of the union.
Cases where_permits_are(Corridor const& corridor, Jurisdiction where);
/// Where some path to citizenship is open, or to residence.
Cases where_naturalization_is(Corridor const& corridor, Jurisdiction where);
Cases where_residence_is(Corridor const& corridor, Jurisdiction where);
/// The same cases, each with one setting more.
Cases each_with(Cases cases, Setting const& setting);
}  // namespace kochmon
