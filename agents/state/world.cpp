// SPDX-License-Identifier: MIT
#include "agents/state/world.hpp"

namespace kochmon
{
namespace
{
void add_to(ByRegion<ByPlace<std::int64_t>>& sum, ByRegion<ByPlace<std::int64_t>> const& more)
{
    for (std::size_t region = 0; region < region_count; ++region)
        for (std::size_t place = 0; place < place_count; ++place)
            sum[region][place] += more[region][place];
}
}  // namespace

void Stocks::add(Stocks const& other)
{
    for (std::size_t region = 0; region < region_count; ++region)
        adults[region] += other.adults[region];
    add_to(adults_at, other.adults_at);
    add_to(foreign_workers, other.foreign_workers);
    add_to(regular_workers, other.regular_workers);
    add_to(naturalized, other.naturalized);
}
}  // namespace kochmon
