// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

#include "config/scenario.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// Tells on standard error how far a run is.
class Progress final : public MonthObserver
{
  public:
    Progress(ProgressForm form, std::uint32_t replicates, RunSettings const& settings);
    ~Progress() override;
    void observe(MonthRecord const& record) override;

  private:
    using Clock = std::chrono::steady_clock;
    void tell(MonthRecord const& record, double seconds);
    void clear_bar();

    ProgressForm form_;  // never automatic
    bool on_terminal_;
    std::uint32_t replicates_;
    Month first_;
    int months_;                 // of one replicate, warm-up included
    std::optional<int> before_;  // months that another process has lived
    int lived_ = 0;
    Clock::time_point start_ = Clock::now();
    Clock::time_point told_ = start_;
    bool has_bar_ = false;
};
}  // namespace kochmon
