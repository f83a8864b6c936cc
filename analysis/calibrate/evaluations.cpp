// SPDX-License-Identifier: MIT
#include "analysis/calibrate/evaluations.hpp"

#include <algorithm>
#include <utility>

#include "engine/contract.hpp"

namespace kochmon
{
Evaluations::Evaluations(Evaluate evaluate, std::function<bool()> stop_asked, std::size_t batch,
                         TakeRuns batch_run)
    : evaluate_(std::move(evaluate)),
      stop_asked_(std::move(stop_asked)),
      batch_(batch),
      batch_run_(std::move(batch_run))
{
}

bool Evaluations::run(std::span<UnitPoint const> points, Stage stage, std::size_t wave)
{
    while (!points.empty())
    {
        stopped_ = stopped_ || (stop_asked_ && stop_asked_());
        if (stopped_) return false;
        auto const batch =
            points.first(batch_ == 0 ? points.size() : std::min(batch_, points.size()));
        std::vector<Measured> const measured = evaluate_(batch);
        EXPECT(measured.size() <= batch.size());
        for (std::size_t k = 0; k < measured.size(); ++k)
            all_.push_back(
                {.point = batch[k], .measured = measured[k], .stage = stage, .wave = wave});
        if (batch_run_ && !measured.empty()) batch_run_(all_);
        stopped_ = measured.size() < batch.size();
        points = points.subspan(batch.size());
    }
    return !stopped_;
}
}  // namespace kochmon
