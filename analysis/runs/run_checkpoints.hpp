// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/output/output_folder.hpp"
#include "analysis/runs/checkpoint_label.hpp"
#include "analysis/runs/run.hpp"
#include "analysis/runs/run_tables.hpp"

namespace kochmon
{
/// The checkpoints of a run, among the parts of its output folder: of the replicate that is being
/// lived the last two, so that a run that was killed, or whose machine went down, goes on from the
/// newest that is whole (docs/adr/0034-checkpoints.md).
class RunCheckpoints
{
  public:
    struct Request
    {
        std::string run;                                    // identity_of
        std::optional<int> every = {};                      // months; nothing: none is written
        std::function<void(std::string const&)> tell = {};  // what people should know
    };
    /// Both must outlive it.
    RunCheckpoints(OutputFolder& folder, RunTables& tables, Request request);

    /// The replicate as another process left it, its months among the tables; nothing: it has to
    /// begin. Of a checkpoint that is damaged or of another run it is told what is wrong, and the
    /// one before it is taken. Throws DamageError.
    std::optional<ReplicateBegun> begun(std::uint32_t replicate, Scenario const& scenario,
                                        Execution const& execution);
    /// A month was lived. `stops`: no other will follow.
    void month_lived(Simulation const& world, std::size_t agents, bool stops);
    /// The replicate has ended and is kept.
    void replicate_ended(std::uint32_t replicate);
    /// The month of the newest that is there.
    std::optional<Month> newest(std::uint32_t replicate) const;

  private:
    std::vector<std::string> names(std::uint32_t replicate) const;
    ReplicateBegun world_in(Unpacker& file, std::uint32_t replicate, Scenario const& scenario,
                            Execution const& execution) const;
    std::optional<ReplicateBegun> begun_from(std::string const& name, std::uint32_t replicate,
                                             Scenario const& scenario, Execution const& execution);
    void write(Simulation const& world, std::size_t agents);
    void forget_all_but_last(std::uint32_t replicate, Month month);

    OutputFolder& folder_;
    RunTables& tables_;
    Request request_;
};

/// A checkpoint of its own, as it was copied from an output folder.
struct LooseCheckpoint
{
    CheckpointLabel label;
    std::string file;  // its bytes
};
/// Throws FileError: the file, what is wrong with it, what to do.
LooseCheckpoint read_checkpoint(std::filesystem::path const& file);
}  // namespace kochmon
