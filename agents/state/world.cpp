// SPDX-License-Identifier: MIT
#include "agents/state/world.hpp"

#include "agents/state/sums.hpp"

namespace kochmon
{
void Stocks::clear(std::size_t regions)
{
    clear_first(adults, regions);
    for (auto* const stock : {&adults_at, &foreign_workers, &regular_workers, &naturalized})
        clear_first(*stock, regions);
}

void Stocks::add(Stocks const& other, std::size_t regions)
{
    add_first(adults, other.adults, regions);
    add_first(adults_at, other.adults_at, regions);
    add_first(foreign_workers, other.foreign_workers, regions);
    add_first(regular_workers, other.regular_workers, regions);
    add_first(naturalized, other.naturalized, regions);
}
}  // namespace kochmon
