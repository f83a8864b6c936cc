// SPDX-License-Identifier: MIT
#include "agents/unrest.hpp"

namespace kochmon
{
void Unrest::fields(Fields& field)
{
    field("home.unrest", cost,
          {Dimension::roubles_per_month,
           {0, 1'000'000},
           "What unrest takes from the value of home",
           Use::lever,
           {origin_dimension()}});
}
}  // namespace kochmon
