// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/report/targets_report.hpp"
#include "analysis/targets/observed_file.hpp"

namespace kochmon
{
/// A figure observed, beside that of the model.
struct JudgedObservation
{
    Observation observation;
    Estimate estimate;
    Verdict verdict = Verdict::none;
};
/// `replicates`: by replicate, then by observation of the file.
std::vector<JudgedObservation> judged_observations(
    ObservedFile const& file, std::span<std::vector<std::optional<double>> const> replicates,
    Nesting const& nesting = {});
bool all_inside(std::vector<JudgedObservation> const& observations);

/// For people: a line an observation, and which are outside.
std::string told_observed(TargetRun const& run, std::vector<JudgedObservation> const& observations);
/// `observed.csv`: a row an observation; `replicates.csv`: a row a replicate of each.
std::string observed_csv(TargetRun const& run, std::vector<JudgedObservation> const& observations);
std::string replicates_csv(std::vector<JudgedObservation> const& observations);
}  // namespace kochmon
