// SPDX-License-Identifier: MIT
#include "engine/philox.hpp"

namespace kochmon
{
PhiloxWords philox(PhiloxWords counter, PhiloxKey key)
{
    using namespace detail::philox_constants;
    for (int round = 0; round < rounds; ++round)
    {
        std::uint64_t const product_0 = counter[0] * multiplier_0;
        std::uint64_t const product_2 = counter[2] * multiplier_2;
        counter = {static_cast<std::uint32_t>(product_2 >> 32) ^ counter[1] ^ key.k0,
                   static_cast<std::uint32_t>(product_2),
                   static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key.k1,
                   static_cast<std::uint32_t>(product_0)};
        key.k0 += weyl_0;
        key.k1 += weyl_1;
    }
    return counter;
}
}  // namespace kochmon
