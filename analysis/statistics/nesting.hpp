// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

namespace kochmon
{
/// Which synthetic population and which set of parameters each replicate of a study lives: luck is
/// nested in populations, and populations in sets.
struct Nesting
{
    std::uint32_t populations = 1;  // replicate r lives population r mod so many
    std::uint32_t sets = 0;  // population p lives under set p mod so many; 0: as the file says

    std::uint32_t population_of(std::uint32_t replicate) const { return replicate % populations; }
    std::uint32_t set_of(std::uint32_t replicate) const
    {
        return population_of(replicate) % scenarios();
    }
    /// As many as sets, or that of the file.
    std::uint32_t scenarios() const { return std::max(sets, std::uint32_t{1}); }
};

/// What differs between replicates, in few words: `population and luck`.
std::string what_varies(Nesting const& nesting);
/// What an interval over such replicates holds and what it does not, a sentence for tables.
std::string held_by_intervals(Nesting const& nesting);
}  // namespace kochmon
