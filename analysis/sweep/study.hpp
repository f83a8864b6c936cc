// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/design/points.hpp"
#include "analysis/output/input_files.hpp"
#include "analysis/sweep/run_file.hpp"

namespace kochmon
{
/// A run of a study: a point, and which of its replicates.
using RunNumber = std::pair<std::size_t, std::uint32_t>;

/// Whether to stop is asked between files and points, of which there may be many.
using StopAsked = std::function<bool()>;
/// A stop was asked for while files or tables were written: each that is there is whole, and the
/// same command, or `resume`, goes on.
struct StudyStopped
{
};
/// Throws StudyStopped. An empty function never asks.
void heed(StopAsked const& stop_asked);

/// A study on the disk: the plan, every point as a scenario of its own, and a file for each run
/// that is done. Several processes may work in one folder: each file is written whole or not at
/// all, and whoever writes it writes the same bytes.
class Study
{
  public:
    /// What the study is made of, beside its plan: names below the folder and contents.
    using Content = std::map<std::string, std::string>;

    /// Begins the study, or goes on with it if the folder holds the same. Throws
    /// OutputExistsError if there is something else, FileError, StudyStopped.
    static Study begin(std::filesystem::path const& folder, SweepPlan const& plan,
                       StopAsked const& stop_asked = {});
    /// A study that is there. Throws FileError if it is none, is not as it was written, or is of
    /// another build of the program.
    static Study open(std::filesystem::path const& folder);

    /// Gives a study more replicates or points; no byte of its runs changes. Throws UsageError
    /// where it would not be more, or where more points would be others.
    struct Expansion
    {
        std::optional<std::uint32_t> replicates = {};
        std::optional<std::size_t> points = {};
    };
    static void expand(std::filesystem::path const& folder, Expansion const& expansion,
                       StopAsked const& stop_asked = {});

    std::filesystem::path const& folder() const { return folder_; }
    std::string const& identity() const { return identity_; }
    SweepPlan const& plan() const { return plan_; }
    std::vector<SweepPoint> const& points() const { return points_; }
    /// Assumptions that the plan asks for and that are not varied, with the reason.
    std::vector<std::string> const& left_out() const { return left_out_; }
    std::filesystem::path base_file() const { return folder_ / "base" / "scenario.yaml"; }
    std::filesystem::path file_of(SweepPoint const& point) const;
    /// SHA-256 of what the point lays over the base, policies among it.
    std::string scenario_of(std::size_t point) const;

    /// Every run that the plan asks for, points first.
    std::vector<RunNumber> runs() const;
    /// Those that have a file.
    std::set<RunNumber> done() const;
    /// Why a run failed when it was last tried.
    std::map<RunNumber, std::string> failures() const;

    bool is_done(RunNumber run) const;
    void keep(SweepRun const& run) const;
    void keep_failure(RunNumber run, std::string const& reason) const;
    /// Throws FileError where the file is not as it was written, or of another study.
    SweepRun read(RunNumber run) const;
    /// Removes what killed processes left behind.
    void clear_leftovers() const;

  private:
    Study(std::filesystem::path folder, SweepPlan plan);
    void demand_same() const;
    void demand_points_as_written() const;
    std::string mark() const;
    void write(StopAsked const& stop_asked) const;

    std::filesystem::path folder_;
    SweepPlan plan_;
    std::vector<SweepPoint> points_;
    std::vector<std::string> left_out_;
    Content content_;
    std::string identity_;
};

/// The base of a plan. Throws ScenarioError, also where it has shocks of its own.
Scenario base_of(SweepPlan const& plan);
/// The files of a study of that plan but its account: the plan, the base with its tables, policies,
/// points.
Study::Content content_of_study(SweepPlan const& plan, Scenario const& base,
                                std::vector<SweepPoint> const& points);
}  // namespace kochmon
