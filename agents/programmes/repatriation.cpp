// SPDX-License-Identifier: MIT
#include "agents/programmes/repatriation.hpp"

namespace kochmon
{
void Repatriation::fields(Fields& field)
{
    field("home.repatriation.grant", grant,
          {Dimension::roubles,
           {0, 10'000'000},
           "Grant to who is naturalized abroad and returns by own choice; 0: none",
           Use::lever,
           {country_dimension(field.corridor())}});
}
}  // namespace kochmon
