// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "config/files.hpp"
#include "config/layers.hpp"
#include "config/resolved.hpp"

namespace kochmon
{
/// Loads a scenario: layers, settings, values, shocks, timelines. Every stage reports its mistakes
/// and leaves out what is wrong, so that the next one finds its own.
class Loader
{
  public:
    explicit Loader(Declarations const& declarations);
    /// Throws ScenarioError with all mistakes.
    std::unique_ptr<ResolvedScenario> load(std::filesystem::path const& file,
                                           Overrides const& overrides);

  private:
    void read_values(std::optional<Month> start);
    void read_corridor_text();
    void read_tables();
    void read_shocks(std::optional<Month> start);
    void build_timelines();
    void build_timeline(std::size_t parameter, Rates const& rates);
    Rate rate(std::string const& path);

    std::unique_ptr<ResolvedScenario> scenario_;
    Diagnostics diagnostics_;
    Files files_;
    Layers layers_;
    std::vector<std::optional<StatedValues>> stated_;  // nothing: wrong or missing
};
}  // namespace kochmon
