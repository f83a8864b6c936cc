// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace kochmon
{
/// Seconds since it was made, for accounts of runs; no result depends on them.
class Stopwatch
{
  public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};
}  // namespace kochmon
