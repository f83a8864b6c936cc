// SPDX-License-Identifier: MIT
#include "analysis/runs/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "agents/parameters.hpp"

#include "analysis/runs/targets.hpp"
#include "analysis/targets/judgement.hpp"

namespace kochmon
{
namespace
{
Overrides overrides_at(CalibrationFile const& file, UnitPoint const& point)
{
    Overrides overrides{.set = file.set, .persons = std::to_string(file.persons)};
    std::vector<std::string> const values = file.values_at(point);
    overrides.set.insert(overrides.set.end(), values.begin(), values.end());
    return overrides;
}

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
        TargetWorlds const worlds =
            worlds_of_targets(file_.scenario, file_.targets, overrides_at(file_, point));
        MeasuredTargets const found = measure_targets(worlds, file_.targets,
                                                      {.workers = workers,
                                                       .replicates = file_.replicates,
                                                       .stop_asked = request_.stop_asked});
        if (found.account.stopped) return {};
        Measured measured;
        for (std::size_t at = 0; at < file_.targets.targets.size(); ++at)
            measured.push_back(measured_of(estimate(found.values, at)));
        std::scoped_lock const lock(guard_);
        weight_ = found.account.weight;
        return measured;
    }

    CalibrationFile const& file_;
    CalibrationRequest const& request_;
    std::mutex guard_;
    std::exception_ptr error_;
    double weight_ = 1.0;
};
}  // namespace

Scenario base_of(CalibrationFile const& file)
{
    for (double const end : {0.0, 1.0})
        worlds_of_targets(file.scenario, file.targets,
                          overrides_at(file, UnitPoint(file.free.size(), end)));
    return load_model(file.scenario, {.set = file.set, .persons = std::to_string(file.persons)});
}

std::vector<Scenario> policies_of(CalibrationFile const& file)
{
    return worlds_of_targets(file.scenario, file.targets,
                             {.set = file.set, .persons = std::to_string(file.persons)})
        .policies;
}

void demand_memory_of_runs(CalibrationFile const& file, std::size_t threads)
{
    UnitPoint const low(file.free.size(), 0.0);
    demand_memory_of(worlds_of_targets(file.scenario, file.targets, overrides_at(file, low)),
                     std::min(threads, file.settings.waves.points),
                     "calibrate with fewer --threads, or fewer persons in the file");
}

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
