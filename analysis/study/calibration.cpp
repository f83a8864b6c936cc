// SPDX-License-Identifier: MIT
#include "analysis/study/calibration.hpp"

#include <cmath>
#include <memory>

#include "analysis/study/targets.hpp"
#include "analysis/targets/judgement.hpp"

namespace kochmon
{
namespace
{
Overrides overrides_at(CalibrationFile const& file, Overrides overrides, UnitPoint const& point)
{
    if (!overrides.persons) overrides.persons = std::to_string(file.persons);
    overrides.set.insert(overrides.set.end(), file.set.begin(), file.set.end());
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

/// One run of the scenario, on one thread. Nothing where it was stopped.
Measured run_at(CalibrationFile const& file, CalibrationRequest const& request,
                UnitPoint const& point)
{
    Workers const alone(1);
    TargetWorlds const worlds = worlds_of_targets(file.scenario, file.targets,
                                                  overrides_at(file, request.overrides, point));
    MeasuredTargets const found = measure_targets(
        worlds, file.targets,
        {.workers = alone, .replicates = file.replicates, .stop_asked = request.stop_asked});
    if (found.account.stopped) return {};
    Measured measured;
    for (std::size_t at = 0; at < file.targets.targets.size(); ++at)
        measured.push_back(measured_of(estimate(found.values, at)));
    return measured;
}
}  // namespace

void demand_runnable(CalibrationFile const& file, Overrides const& overrides)
{
    for (double const end : {0.0, 1.0})
        worlds_of_targets(file.scenario, file.targets,
                          overrides_at(file, overrides, UnitPoint(file.free.size(), end)));
}

Evaluate evaluation_of(CalibrationFile const& file, CalibrationRequest const& request)
{
    auto made = std::make_shared<std::size_t>(0);
    return [&file, &request, made](std::span<UnitPoint const> batch)
    {
        std::vector<Measured> all(batch.size());
        request.workers.for_each(batch.size(),
                                 [&](std::size_t k) { all[k] = run_at(file, request, batch[k]); });
        // A stop leaves holes; only what stands before the first one counts.
        std::size_t whole = 0;
        while (whole < all.size() && !all[whole].empty()) ++whole;
        all.resize(whole);
        *made += whole;
        if (request.runs_made) request.runs_made(*made);
        return all;
    };
}

Calibration calibrate_scenario(CalibrationFile const& file, CalibrationRequest const& request)
{
    CalibrationSettings settings = file.settings;
    settings.stop_asked = request.stop_asked;
    settings.batch = 4 * request.workers.threads();
    return calibrate(file.problem, evaluation_of(file, request), settings);
}
}  // namespace kochmon
