// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "analysis/calibrate/problem.hpp"

namespace kochmon
{
/// Runs points in batches and remembers all of them. A stop is looked for before each batch.
class Evaluations
{
  public:
    /// `batch`: points that are given to `evaluate` at once, at most; 0: all.
    Evaluations(Evaluate evaluate, std::function<bool()> stop_asked, std::size_t batch);

    /// False when a stop was asked for before all were run. `wave`: 0 outside waves.
    bool run(std::span<UnitPoint const> points, Stage stage, std::size_t wave = 0);

    std::vector<Evaluation> const& all() const { return all_; }
    bool is_stopped() const { return stopped_; }

  private:
    Evaluate evaluate_;
    std::function<bool()> stop_asked_;
    std::size_t batch_;
    std::vector<Evaluation> all_;
    bool stopped_ = false;
};
}  // namespace kochmon
