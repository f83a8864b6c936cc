// SPDX-License-Identifier: MIT
#include "analysis/compare/flips.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
void FlipCounts::add(FlipCounts const& other)
{
    if (counts_.empty()) counts_.resize(other.counts_.size());
    EXPECT(counts_.size() == other.counts_.size());
    for (std::size_t k = 0; k < counts_.size(); ++k) counts_[k] += other.counts_[k];
}
}  // namespace kochmon
