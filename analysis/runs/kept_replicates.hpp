// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/measures/kept_rows.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/runs/run_tables.hpp"

namespace kochmon
{
/// What tells runs apart whose bytes may differ: this program, the scenario with its data, the sets
/// of parameters, the replicates and their nesting, the panel, the rows that are
/// kept.
struct RunToKeep
{
    Scenario const& scenario;
    std::optional<ParameterSets> const& parameters;
    Nesting const& nesting;
    std::uint32_t replicates = 1;
    std::optional<std::size_t> panel = {};
    KeptRows kept = {};
};
/// In few letters.
std::string identity_of(RunToKeep const& run);

/// The replicates of a run, each written when it ends and joined when all have, so that memory
/// holds one of them, and a run that was killed goes on from those that had ended.
class KeptReplicates
{
  public:
    /// Both must outlive it.
    KeptReplicates(OutputFolder& folder, RunTables& tables, std::uint32_t replicates)
        : folder_(folder), tables_(tables), replicates_(replicates)
    {
    }
    /// Takes over those that another process has ended, the last of the run left out: with it come
    /// the size of the population and the weight of an agent. How many.
    std::uint32_t take_over();
    /// The replicate has ended.
    void keep(std::uint32_t replicate);
    /// How many are kept, of this process and of those before.
    std::uint32_t kept() const { return kept_; }
    /// All have ended: writes the results.
    void make() const;

  private:
    OutputFolder& folder_;
    RunTables& tables_;
    std::uint32_t replicates_;
    std::uint32_t kept_ = 0;
};
}  // namespace kochmon
