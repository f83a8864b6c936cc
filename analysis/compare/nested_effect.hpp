// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/statistics/nested_spread.hpp"

namespace kochmon
{
/// The effect of a policy with intervals that hold what the nesting of its replicates lets vary.
/// What tells how much pairing gains, the unpaired interval and `gain`, goes on being over
/// replicates.
struct NestedEffect
{
    PairedEffect effect;
    NestedSpread spread;  // of the differences
};
NestedEffect nested_effect(PairedSample const& sample, Nesting const& nesting);
}  // namespace kochmon
