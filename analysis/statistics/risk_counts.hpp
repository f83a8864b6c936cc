// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kochmon
{
/// Units that wait for one of several events, counted by discrete time 0, 1, ... A unit may come
/// under observation late (left truncation), and may leave it without an event (censoring). At one
/// time events come before censoring, as in R's `survival`.
class RiskCounts
{
  public:
    explicit RiskCounts(std::size_t causes) : events_(causes) {}

    /// A unit at risk at the times `first` to `last`, both included, that met `cause` at `last`, or
    /// was seen without an event until then.
    void add(std::size_t first, std::size_t last, std::optional<std::size_t> cause);

    std::size_t causes() const { return events_.size(); }
    /// One more than the last time at which anybody was at risk.
    std::size_t times() const { return entered_.size(); }
    std::int64_t units() const { return units_; }
    std::int64_t events(std::size_t cause, std::size_t time) const { return events_[cause][time]; }
    std::int64_t censored(std::size_t time) const { return censored_[time]; }
    /// By time.
    std::vector<std::int64_t> at_risk() const;

  private:
    std::vector<std::int64_t> entered_;   // at risk from that time on
    std::vector<std::int64_t> censored_;  // after that time
    std::vector<std::vector<std::int64_t>> events_;
    std::int64_t units_ = 0;
};

/// A probability and its standard error.
struct ShareAtTime
{
    double value = 0.0;
    double standard_error = 0.0;
};
}  // namespace kochmon
