// SPDX-License-Identifier: MIT
#include "engine/random.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/contract.hpp"
#include "engine/philox_lanes.hpp"

namespace kochmon
{
SubjectKey SubjectKey::child_of(SubjectKey mother, std::uint32_t block, std::uint32_t birth_order)
{
    constexpr std::uint64_t child = std::uint64_t{2} << 62;
    constexpr std::uint64_t low_62_bits = (std::uint64_t{1} << 62) - 1;
    EXPECT(block < 65536U);
    PhiloxWords const w = philox({mother.low(), mother.high(), 65536U * block, birth_order}, {});
    return SubjectKey(child | ((w[0] | (std::uint64_t{w[1]} << 32)) & low_62_bits));
}

PhiloxWords MonthDraws::words(SubjectKey subject, std::uint32_t block, std::uint32_t index) const
{
    EXPECT(block < 65536U);
    return philox(counter(subject, block, index), {seeds_.k0, seeds_.k1});
}

void MonthDraws::block_zero(std::span<std::uint64_t const> keys,
                            std::array<std::span<std::uint32_t>, 4> lanes) const
{
    EXPECT(std::ranges::all_of(lanes, [&](auto lane) { return lane.size() >= keys.size(); }));
    std::size_t const first =
        detail::philox_lanes(keys, third_word(0), {seeds_.k0, seeds_.k1}, lanes);
    for (std::size_t i = first; i < keys.size(); ++i)
    {
        PhiloxWords const words = this->words(SubjectKey(keys[i]), 0, 0);
        for (std::size_t k = 0; k < lanes.size(); ++k) lanes[k][i] = words[k];
    }
}
}  // namespace kochmon
