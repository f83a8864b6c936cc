// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/compare/nesting.hpp"
#include "analysis/measures/series.hpp"
#include "analysis/panel/panel.hpp"
#include "analysis/replay/fingerprints.hpp"
#include "analysis/study/parameter_sets.hpp"

namespace kochmon
{
/// Takes a result file: its path below the folder and its content.
using TakeFile = std::function<void(std::string const& path, std::string const& content)>;

/// What a run keeps of its months, and the tables that it makes of that: for who writes a run and
/// for who repeats one.
class RunTables
{
  public:
    /// `panel`: persons whose lives are written down. `nesting`: of the replicates. The workers
    /// must outlive it.
    RunTables(Scenario const& scenario, std::optional<std::size_t> panel, Nesting const& nesting,
              Workers const& workers);

    /// They see the months in this order.
    std::vector<MonthObserver*> observers();
    SeriesRecorder const& series() const { return series_; }
    FingerprintRecorder const& fingerprints() const { return fingerprints_; }
    /// One table after the other.
    void make(TakeFile const& take) const;

  private:
    std::string scenario_;
    Nesting nesting_;
    SeriesRecorder series_;
    std::optional<PanelRecorder> panel_;
    FingerprintRecorder fingerprints_;
};

/// The scenario as resolved, with its data beside it: the files from which a run can be repeated.
void make_scenario_files(Scenario const& scenario, TakeFile const& take);
/// The sets of parameters that were drawn, if any: each a scenario over `scenario.yaml`.
void make_parameter_files(std::optional<ParameterSets> const& parameters, TakeFile const& take);
}  // namespace kochmon
