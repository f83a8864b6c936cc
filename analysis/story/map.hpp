// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/page/page.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// How many persons of an origin are abroad, or live at a destination.
struct PersonsAt
{
    std::string by;     // origin or destination
    std::string place;  // as tables name it
    double persons = 0.0;
};

/// Where migrants live, and where they come from, a chart for each: places at their longitude and
/// latitude, as large as the persons there, over lines 30, ten degrees or one degree apart. No
/// coasts or borders, which would need a geometry from elsewhere. Places to which the corridor
/// gives no position are left out; none where nothing is known.
std::vector<Chart> maps_of(std::vector<PersonsAt> const& persons, std::string const& title,
                           Words const& words);
}  // namespace kochmon
