// SPDX-License-Identifier: MIT
#include "analysis/statistics/aalen_johansen.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

double standard_error(double variance)
{
    return std::sqrt(std::max(variance, 0.0));
}

/// The curves as far as they were drawn.
class Curves
{
  public:
    explicit Curves(std::size_t causes) : spreads_(causes), incidence_(causes)
    {
        risks_.incidence.resize(causes);
    }

    void add(RiskCounts const& counts, std::size_t time, std::int64_t at_risk)
    {
        std::int64_t any = 0;
        for (std::size_t cause = 0; cause < counts.causes(); ++cause)
            any += counts.events(cause, time);
        auto const n = static_cast<double>(at_risk);
        double const left = any == 0 ? 0.0 : static_cast<double>(any) / n;
        for (std::size_t cause = 0; cause < counts.causes(); ++cause)
        {
            if (any > 0)
                meet(cause, {n, left, static_cast<double>(counts.events(cause, time)) / n});
            risks_.incidence[cause].push_back(
                {incidence_[cause], standard_error(spreads_[cause].incidence)});
        }
        waiting_ *= 1.0 - left;
        double const spread = spreads_.empty() ? 0.0 : spreads_.front().waiting;
        risks_.waiting.push_back({waiting_, standard_error(spread)});
    }
    CompetingRisks risks() && { return std::move(risks_); }

  private:
    void meet(std::size_t cause, Step const& step)
    {
        spreads_[cause] = after(spreads_[cause], waiting_, step);
        incidence_[cause] += waiting_ * step.cause;
    }

    double waiting_ = 1.0;
    std::vector<Spreads> spreads_;  // by cause
    std::vector<double> incidence_;
    CompetingRisks risks_;
};
}  // namespace

CompetingRisks aalen_johansen(RiskCounts const& counts)
{
    Curves curves(counts.causes());
    std::vector<std::int64_t> const at_risk = counts.at_risk();
    for (std::size_t time = 0; time < at_risk.size(); ++time)
        curves.add(counts, time, at_risk[time]);
    return std::move(curves).risks();
}
}  // namespace kochmon
