// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "analysis/calibrate/problem.hpp"

namespace kochmon
{
using TakeRuns = std::function<void(std::vector<Evaluation> const&)>;

/// Runs points in batches and remembers all of them. A stop is looked for before each batch.
class Evaluations
{
  public:
    /// `batch`: points that are given to `evaluate` at once, at most; 0: all. `batch_run` is given
    /// all runs until now after each batch in which any was made.
    Evaluations(Evaluate evaluate, std::function<bool()> stop_asked, std::size_t batch,
                TakeRuns batch_run = {});

    /// False when a stop was asked for before all were run. `wave`: 0 outside waves.
    bool run(std::span<UnitPoint const> points, Stage stage, std::size_t wave = 0);

    std::vector<Evaluation> const& all() const { return all_; }
    bool is_stopped() const { return stopped_; }

  private:
    Evaluate evaluate_;
    std::function<bool()> stop_asked_;
    std::size_t batch_;
    TakeRuns batch_run_;
    std::vector<Evaluation> all_;
    bool stopped_ = false;
};
}  // namespace kochmon
