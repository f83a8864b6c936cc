// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/statistics/risk_counts.hpp"

namespace kochmon
{
/// By time: who has met none of the competing causes yet, and who met each of them first. They add
/// up to 1.
struct CompetingRisks
{
    std::vector<ShareAtTime> waiting;
    std::vector<std::vector<ShareAtTime>> incidence;  // by cause
};

/// Aalen and Johansen (1978) for one state that is left by several causes. The standard errors take
/// the causes of a time for multinomial among those at risk; without late entries they are those of
/// the infinitesimal jackknife, which R's `survival` gives.
CompetingRisks aalen_johansen(RiskCounts const& counts);
}  // namespace kochmon
