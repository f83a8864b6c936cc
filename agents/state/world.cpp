// SPDX-License-Identifier: MIT
#include "agents/state/world.hpp"

#include "agents/state/sums.hpp"

namespace kochmon
{
void Stocks::add(Stocks const& other)
{
    add_to(adults, other.adults);
    add_to(adults_at, other.adults_at);
    add_to(foreign_workers, other.foreign_workers);
    add_to(regular_workers, other.regular_workers);
    add_to(naturalized, other.naturalized);
}
}  // namespace kochmon
