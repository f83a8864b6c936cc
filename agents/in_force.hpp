// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/fields.hpp"

#include "agents/places.hpp"

// Where a rule of the law is in force, for Declared::in_force.
namespace kochmon
{
using Cases = std::vector<std::vector<Setting>>;

/// Where some persons need a permit: all, or beside free movement those of no member of the union.
Cases where_permits_are(Jurisdiction where);
/// Where a route to citizenship is open to some persons: the simplified one by agreement, the
/// reformed one of itself or for those without an agreement.
Cases where_simplified(Jurisdiction where);
Cases where_reformed(Jurisdiction where);
/// Where either is.
Cases where_naturalization_is(Jurisdiction where);
/// The same cases, each with one setting more.
Cases each_with(Cases cases, Setting const& setting);
}  // namespace kochmon
