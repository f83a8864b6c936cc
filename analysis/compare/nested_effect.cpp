// SPDX-License-Identifier: MIT
#include "analysis/compare/nested_effect.hpp"

namespace kochmon
{
NestedEffect nested_effect(PairedSample const& sample, Nesting const& nesting)
{
    NestedEffect found{.effect = paired_effect(sample), .spread = {}};
    found.spread = nested_spread(nested(differences(sample), sample.numbers, nesting), nesting);
    // What differs by rounding alone has no variance.
    if (found.effect.alike) found.spread.components.clear();
    if (found.effect.alike) return found;
    auto const around_difference = [&](std::optional<Interval> const& interval)
    {
        double const shift = found.effect.difference - found.spread.mean;  // to its grain
        return interval ? std::optional(Interval{interval->low + shift, interval->high + shift})
                        : std::nullopt;
    };
    found.effect.half = around_difference(found.spread.half);
    found.effect.nine_in_ten = around_difference(found.spread.nine_in_ten);
    return found;
}
}  // namespace kochmon
