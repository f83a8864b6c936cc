// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "agents/simulation.hpp"

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
    std::map<std::size_t, std::string> refused = {};
};

/// Several replicates of a group run one after the other or side by side: it is loaded once.
class ScenariosOfGroups
{
  public:
    explicit ScenariosOfGroups(Study const& study) : study_(study) {}
    std::shared_ptr<GroupScenarios const> of(std::size_t group);

  private:
    void load(std::size_t number, GroupScenarios& scenarios) const;

    Study const& study_;
    std::mutex mutex_;
    std::optional<std::size_t> group_;
    std::shared_ptr<GroupScenarios const> scenarios_;
};

/// A point that a batch lives.
struct PointToRun
{
    std::size_t number;
    Scenario const* scenario;
};

/// The worlds of one replicate of several points, in lockstep with the base.
class Batch
{
  public:
    Batch(Study const& study, Scenario const& base, Execution const& execution,
          std::function<bool()> stop_asked)
        : study_(study), base_(base), execution_(execution), stop_asked_(std::move(stop_asked))
    {
    }
    /// The runs, that of the base first if it is to be kept; nothing if a stop was asked for.
    std::optional<std::vector<SweepRun>> live(std::uint32_t replicate, bool keeps_base,
                                              std::vector<PointToRun> const& points) const;

  private:
    SweepRun run_of(SweepRun run, std::size_t number, SeriesRecorder const& series) const;

    Study const& study_;
    Scenario const& base_;
    Execution execution_;
    std::function<bool()> stop_asked_;
};
}  // namespace kochmon
