// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/space_left.hpp"

namespace kochmon
{
/// Two targets that no point meets together, although each is within reach by itself.
struct TargetConflict
{
    std::size_t first = 0;
    std::size_t second = 0;
    double least = 0.0;  // implausibility of the worse of the two, at the best point found
};

/// Why nothing is left, by the emulators of all waves.
struct Contradiction
{
    std::vector<std::size_t> out_of_reach = {};   // targets that no point meets even alone
    std::optional<TargetConflict> conflict = {};  // the worst pair; nothing: it takes three or more
    std::vector<double> share_left_without = {};  // of the space, by the target that is left out
    std::optional<std::size_t> most_without =
        {};  // the one that leaves most; nothing: none leaves any
};

/// Looks for who contradicts whom in a space of so many dimensions. `waves`: in their order.
Contradiction contradiction_in(std::span<WaveEmulators const> waves, std::size_t dimensions,
                               SpaceSettings settings);
}  // namespace kochmon
