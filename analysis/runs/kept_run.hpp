// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "analysis/runs/kept_replicates.hpp"
#include "analysis/runs/run_checkpoints.hpp"

namespace kochmon
{
/// What of a run lies in its output folder while it is lived: the replicates that have ended, and
/// checkpoints of the one that has not.
class KeptRun
{
  public:
    /// Both must outlive it.
    KeptRun(OutputFolder& folder, RunTables& tables, std::uint32_t replicates,
            RunCheckpoints::Request request);

    /// Takes over what another process has left, so that the run goes on from there, and keeps what
    /// it lives from now on. Must outlive the run.
    void attach_to(RunRequest& request);
    /// What is there: `2 of 4 replicates and a checkpoint of 2010-05 are kept`; nothing: nothing.
    std::string told() const;
    /// All replicates have ended: writes the results.
    void make() const { ended_.make(); }

  private:
    std::uint32_t replicates_;
    KeptReplicates ended_;
    RunCheckpoints checkpoints_;
};
}  // namespace kochmon
