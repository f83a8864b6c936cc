// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agents/run/simulation.hpp"

#include "analysis/measures/series.hpp"
#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// Runs of a group of points are lived beside one another and share their base and their luck.
inline constexpr std::size_t points_in_a_group = 16;
std::size_t group_of(std::size_t point);

/// The scenarios of a group of points, or why there is none.
struct GroupScenarios
{
    std::map<std::size_t, Scenario> loaded = {};
    std::set<std::size_t> of_other_people =
        {};  // who cannot live beside the base's, person by person
    std::map<std::size_t, std::string> refused = {};
};

/// Several replicates of a group run one after the other or side by side: it is loaded once.
class ScenariosOfGroups
{
  public:
    ScenariosOfGroups(Study const& study, Scenario const& base) : study_(study), base_(base) {}
    std::shared_ptr<GroupScenarios const> of(std::size_t group);
    /// Of points loaded until now, the first shock that does nothing, by their number.
    std::map<std::size_t, std::string> const& idle() const { return idle_; }

  private:
    void load(std::size_t number, GroupScenarios& scenarios);

    Study const& study_;
    Scenario const& base_;
    std::mutex mutex_;
    std::optional<std::size_t> group_;
    std::shared_ptr<GroupScenarios const> scenarios_;
    std::map<std::size_t, std::string> idle_;
};

/// A point that a batch lives.
struct PointToRun
{
    std::size_t number;
    Scenario const* scenario;
};

/// The worlds of one replicate that are lived in lockstep: one that leads, and points beside it.
class Batch
{
  public:
    /// `leader`: the base, or a point of other people than the base's. `as_many`: batches of this
    /// size side by side, for which there must be memory.
    Batch(Study const& study, Scenario const& leader, Execution const& execution,
          std::function<bool()> stop_asked, std::size_t as_many = 1)
        : study_(study),
          leader_(leader),
          execution_(execution),
          stop_asked_(std::move(stop_asked)),
          as_many_(as_many)
    {
    }
    /// The runs: that of the leader first, under its number, if it is to be kept. Nothing if a stop
    /// was asked for.
    std::optional<std::vector<SweepRun>> live(std::uint32_t replicate,
                                              std::optional<std::size_t> leader_to_keep,
                                              std::vector<PointToRun> const& points) const;

  private:
    SweepRun run_of(SweepRun run, std::size_t number, SeriesRecorder const& series) const;

    Study const& study_;
    Scenario const& leader_;
    Execution execution_;
    std::function<bool()> stop_asked_;
    std::size_t as_many_;
};
}  // namespace kochmon
