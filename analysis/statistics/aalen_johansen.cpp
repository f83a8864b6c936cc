// SPDX-License-Identifier: MIT
#include "analysis/statistics/aalen_johansen.hpp"

#include <algorithm>
#include <cmath>

namespace kochmon
{
namespace
{
/// Variances of the share that waits and of one incidence, and how the two go together.
struct Spreads
{
    double waiting = 0.0;
    double incidence = 0.0;
    double both = 0.0;
};

/// What happens at one time to those at risk.
struct Step
{
    double at_risk;
    double any;    // probability of one of the causes
    double cause;  // of the one looked at
};

/// The delta method over one time. Probabilities of a time are multinomial among those at risk, and
/// know nothing of the times before.
Spreads after(Spreads const& before, double waiting, Step const& step)
{
    double const stays = 1.0 - step.any;
    double const squared = waiting * waiting / step.at_risk;
    return {.waiting = stays * stays * before.waiting + squared * step.any * stays,
            .incidence = before.incidence + step.cause * step.cause * before.waiting +
                         2.0 * step.cause * before.both + squared * step.cause * (1.0 - step.cause),
            .both = stays * (before.both + step.cause * before.waiting - squared * step.cause)};
}

double probability_of_any(RiskCounts const& counts, std::size_t time, std::int64_t at_risk)
{
    std::int64_t events = 0;
    for (std::size_t cause = 0; cause < counts.causes(); ++cause)
        events += counts.events(cause, time);
    return static_cast<double>(events) / static_cast<double>(at_risk);
}

double standard_error(double variance)
{
    return std::sqrt(std::max(variance, 0.0));
}
}  // namespace

CompetingRisks aalen_johansen(RiskCounts const& counts)
{
    CompetingRisks risks{.waiting = {}, .incidence = {}};
    risks.incidence.resize(counts.causes());
    std::vector<Spreads> spreads(counts.causes());
    std::vector<double> incidence(counts.causes());
    double waiting = 1.0;
    std::vector<std::int64_t> const at_risk = counts.at_risk();
    for (std::size_t time = 0; time < at_risk.size(); ++time)
    {
        auto const n = static_cast<double>(at_risk[time]);
        double const any =
            at_risk[time] == 0 ? 0.0 : probability_of_any(counts, time, at_risk[time]);
        for (std::size_t cause = 0; cause < counts.causes(); ++cause)
        {
            auto const met = static_cast<double>(counts.events(cause, time));
            if (any > 0.0)
            {
                spreads[cause] = after(spreads[cause], waiting, {n, any, met / n});
                incidence[cause] += waiting * met / n;
            }
            risks.incidence[cause].push_back(
                {incidence[cause], standard_error(spreads[cause].incidence)});
        }
        waiting *= 1.0 - any;
        risks.waiting.push_back(
            {waiting, spreads.empty() ? 0.0 : standard_error(spreads.front().waiting)});
    }
    return risks;
}
}  // namespace kochmon
