// SPDX-License-Identifier: MIT
#include "analysis/runs/kept_run.hpp"

#include <utility>

#include <fmt/format.h>

namespace kochmon
{
KeptRun::KeptRun(OutputFolder& folder, RunTables& tables, std::uint32_t replicates,
                 RunCheckpoints::Request request)
    : replicates_(replicates),
      ended_(folder, tables, replicates),
      checkpoints_(folder, tables, std::move(request))
{
}

void KeptRun::attach_to(RunRequest& request)
{
    request.first = ended_.take_over();
    request.replicate_begun =
        [this](std::uint32_t replicate, Scenario const& scenario, Execution const& execution)
    { return checkpoints_.begun(replicate, scenario, execution); };
    request.month_lived = [this](Simulation const& world, std::size_t agents, bool stops)
    { checkpoints_.month_lived(world, agents, stops); };
    request.replicate_ended = [this](std::uint32_t replicate)
    {
        ended_.keep(replicate);
        // Those of the last stay until the results are whole.
        if (replicate + 1 < replicates_) checkpoints_.replicate_ended(replicate);
    };
}

std::string KeptRun::told() const
{
    auto const month = checkpoints_.newest(ended_.kept());
    std::string const checkpoint = month ? "a checkpoint of " + month->text() : std::string();
    if (ended_.kept() == 0 || replicates_ == 1)
        return month ? checkpoint + " is kept" : std::string();
    return fmt::format("{} of {} replicates{}{} are kept", ended_.kept(), replicates_,
                       month ? " and " : "", checkpoint);
}
}  // namespace kochmon
