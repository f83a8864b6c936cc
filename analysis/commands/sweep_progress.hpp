// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// Tells on standard error how far a study is: runs done, failed, left, and the time left.
class SweepProgress
{
  public:
    /// `all`: runs of the study or shard; `done`: those that were there before.
    SweepProgress(ProgressForm form, std::size_t all, std::size_t done);
    ~SweepProgress();
    SweepProgress(SweepProgress const&) = delete;
    SweepProgress& operator=(SweepProgress const&) = delete;

    void run_ended(bool is_kept);

  private:
    using Clock = std::chrono::steady_clock;
    void tell(double seconds);

    ProgressForm form_;
    bool on_terminal_;
    std::size_t all_;
    std::size_t before_;
    std::size_t kept_ = 0;
    std::size_t failed_ = 0;
    Clock::time_point start_ = Clock::now();
    Clock::time_point told_ = start_;
    bool has_bar_ = false;
};
}  // namespace kochmon
