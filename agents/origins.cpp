// SPDX-License-Identifier: MIT
#include "agents/origins.hpp"

#include <algorithm>

namespace kochmon
{
void Origins::fields(Fields& field)
{
    for (std::size_t country = 0; country < country_count; ++country)
        field(path_of_origin(static_cast<Country>(country)) + "included", included[country],
              {.dimension = Dimension::truth,
               .meaning = "Whether the run holds persons of this country of origin"});
}

bool Origins::several() const
{
    return std::ranges::count(included, true) > 1;
}
}  // namespace kochmon
