// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "analysis/output/output_folder.hpp"
#include "analysis/runs/run_tables.hpp"

namespace kochmon
{
/// Where a replicate keeps what it adds to a table, among the parts of the output folder.
std::string name_of_part(std::uint32_t replicate, std::string const& name);

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
