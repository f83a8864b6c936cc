// SPDX-License-Identifier: MIT
#include "analysis/runs/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "analysis/runs/calibration_worlds.hpp"
#include "analysis/targets/judgement.hpp"

namespace kochmon
{
namespace
{
MeasuredTarget measured_of(Estimate const& estimate)
{
    MeasuredTarget measured;
    std::size_t known = 0;
    double squares = 0.0;
    for (auto const& value : estimate.values)
    {
        if (!value) continue;
        ++known;
        squares += (*value - *estimate.mean) * (*value - *estimate.mean);
    }
    if (known == 0) return measured;
    auto const n = static_cast<double>(known);
    measured.mean = *estimate.mean;
    measured.standard_error = known < 2 ? 0.0 : std::sqrt(squares / (n - 1.0) / n);
    return measured;
}

/// Runs the model at points. What a run throws ends the calibration as a stop does, so that the
/// runs of hours are not lost with it.
class Runs
{
  public:
    Runs(CalibrationFile const& file, CalibrationRequest const& request)
        : file_(file), request_(request)
    {
    }

    bool stops() const { return error_ || (request_.stop_asked && request_.stop_asked()); }
    std::exception_ptr error() const { return error_; }
    double weight() const { return weight_; }

    std::vector<Measured> at(std::span<UnitPoint const> batch)
    {
        std::vector<Measured> all(batch.size());
        Workers const alone(1);
        Workers const& inside = batch.size() == 1 ? request_.workers : alone;
        request_.workers.for_each(batch.size(),
                                  [&](std::size_t k) { all[k] = try_at(batch[k], inside); });
        // A stop leaves holes; only what stands before the first one counts.
        std::size_t whole = 0;
        while (whole < all.size() && !all[whole].empty()) ++whole;
        all.resize(whole);
        return all;
    }

  private:
    Measured try_at(UnitPoint const& point, Workers const& workers)
    {
        try
        {
            return run_at(point, workers);
        }
        catch (...)
        {
            std::scoped_lock const lock(guard_);
            if (!error_) error_ = std::current_exception();
            return {};
        }
    }

    Measured run_at(UnitPoint const& point, Workers const& workers)
    {
        std::vector<MeasuredTargets> const parts =
            measure_parts(worlds_at(file_, file_.values_at(point)), file_,
                          {.workers = workers,
                           .replicates = file_.replicates,
                           .stop_asked = request_.stop_asked});
        if (parts.back().account.stopped) return {};
        Measured measured;
        for (MeasuredTargets const& part : parts)
            for (std::size_t at = 0; at < part.values.front().size(); ++at)
                measured.push_back(measured_of(estimate(part.values, at)));
        std::scoped_lock const lock(guard_);
        weight_ = parts.front().account.weight;
        return measured;
    }

    CalibrationFile const& file_;
    CalibrationRequest const& request_;
    std::mutex guard_;
    std::exception_ptr error_;
    double weight_ = 1.0;
};
}  // namespace

CalibrationStudy calibrate_scenario(CalibrationFile const& file, CalibrationRequest const& request)
{
    Runs runs(file, request);
    CalibrationSettings settings = file.settings;
    settings.stop_asked = [&] { return runs.stops(); };
    settings.batch = 4 * request.workers.threads();
    settings.batch_run = request.batch_run;
    CalibrationStudy study{.found = calibrate(
                               file.problem,
                               [&](std::span<UnitPoint const> batch) { return runs.at(batch); },
                               settings)};
    study.weight = runs.weight();
    study.error = runs.error();
    return study;
}
}  // namespace kochmon
