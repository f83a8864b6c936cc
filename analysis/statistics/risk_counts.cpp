// SPDX-License-Identifier: MIT
#include "analysis/statistics/risk_counts.hpp"

#include "engine/contract.hpp"

namespace kochmon
{
void RiskCounts::add(std::size_t first, std::size_t last, std::optional<std::size_t> cause)
{
    EXPECT(first <= last && (!cause || *cause < causes()));
    if (times() <= last)
    {
        entered_.resize(last + 1);
        censored_.resize(last + 1);
        for (auto& of_cause : events_) of_cause.resize(last + 1);
    }
    ++entered_[first];
    ++(cause ? events_[*cause] : censored_)[last];
    ++units_;
}

std::vector<std::int64_t> RiskCounts::at_risk() const
{
    std::vector<std::int64_t> at_risk(times());
    std::int64_t now = 0;
    for (std::size_t time = 0; time < times(); ++time)
    {
        now += entered_[time];
        at_risk[time] = now;
        now -= censored_[time];
        for (auto const& of_cause : events_) now -= of_cause[time];
    }
    return at_risk;
}
}  // namespace kochmon
