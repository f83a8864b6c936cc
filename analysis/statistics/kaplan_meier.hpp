// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "analysis/statistics/risk_counts.hpp"

namespace kochmon
{
/// By time, the share that has not met `cause` yet, were there no other cause: the others censor
/// (Kaplan and Meier 1958), with Greenwood's standard error. Where nobody is at risk the curve goes
/// on level; where all at risk met the event both are 0.
std::vector<ShareAtTime> kaplan_meier(RiskCounts const& counts, std::size_t cause);
}  // namespace kochmon
