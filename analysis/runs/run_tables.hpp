// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/scenario.hpp"

#include "agents/state/month_record.hpp"

#include "analysis/fingerprints/fingerprints.hpp"
#include "analysis/measures/kept_rows.hpp"
#include "analysis/measures/series.hpp"
#include "analysis/panel/panel.hpp"
#include "analysis/runs/parameter_sets.hpp"
#include "analysis/statistics/nesting.hpp"

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
    /// must outlive it. `kept`: where it is not all, there are no fingerprints either.
    RunTables(Scenario const& scenario, std::optional<std::size_t> panel, Nesting const& nesting,
              Workers const& workers, KeptRows kept = {});

    /// They see the months in this order.
    std::vector<MonthObserver*> observers();
    SeriesRecorder const& series() const { return series_; }
    FingerprintRecorder const& fingerprints() const { return fingerprints_; }
    /// One table after the other.
    void make(TakeFile const& take) const;

    // A run of many replicates holds one of them at a time: what each has added to the tables is
    // written when it ends, and joined at the end of the run.

    /// What tables over replicates need goes to the disk of that folder.
    void keep_on_disk(std::filesystem::path const& folder) { series_.keep_on_disk(folder); }
    /// Gives what the replicate that has just ended adds to each table, and last what another
    /// process needs to go on from here.
    void end_replicate(std::uint32_t replicate, TakeFile const& take);
    /// In the place of a replicate that another process has ended: the last of what it gave there.
    /// False: that is not whole.
    bool take_over(std::uint32_t replicate, std::string_view last);
    /// What is held of the replicate that is being lived, and what the next months need.
    void pack(Packer& to) const;
    /// In another process, which holds nothing of that replicate. Throws DamageError.
    void unpack(Unpacker& from);
    /// As `make`; `join` is given the names of the tables that are there in parts.
    void make(TakeFile const& take, std::function<void(std::string const&)> const& join) const;

  private:
    std::vector<std::string> tables_by_replicate() const;
    std::string rows_of(std::string const& table) const;

    std::string scenario_;
    Corridor corridor_;
    Nesting nesting_;
    KeptRows kept_;
    SeriesRecorder series_;
    std::optional<PanelRecorder> panel_;
    FingerprintRecorder fingerprints_;
    std::size_t rows_ended_ = 0;  // of the series, given by `end_replicate`
};

/// What `end_replicate` gives last.
inline constexpr char values_of_replicate[] = "values";

/// The scenario as resolved, with its data beside it: the files from which a run can be repeated.
/// `prefix`: of their names, where another scenario lies in the same folder.
void make_scenario_files(Scenario const& scenario, TakeFile const& take,
                         std::string const& prefix = {});
/// The sets of parameters that were drawn, if any: each a scenario over `scenario.yaml`.
void make_parameter_files(std::optional<ParameterSets> const& parameters, TakeFile const& take);
}  // namespace kochmon
