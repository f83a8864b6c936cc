// SPDX-License-Identifier: MIT
#include "analysis/statistics/kaplan_meier.hpp"

#include <cmath>

namespace kochmon
{
std::vector<ShareAtTime> kaplan_meier(RiskCounts const& counts, std::size_t cause)
{
    std::vector<std::int64_t> const at_risk = counts.at_risk();
    std::vector<ShareAtTime> curve;
    curve.reserve(at_risk.size());
    double survival = 1.0;
    double sum = 0.0;  // Greenwood's
    for (std::size_t time = 0; time < at_risk.size(); ++time)
    {
        auto const n = static_cast<double>(at_risk[time]);
        auto const d = static_cast<double>(counts.events(cause, time));
        if (d > 0.0)
        {
            survival *= (n - d) / n;
            if (d < n) sum += d / (n * (n - d));
        }
        curve.push_back({survival, survival * std::sqrt(sum)});
    }
    return curve;
}
}  // namespace kochmon
