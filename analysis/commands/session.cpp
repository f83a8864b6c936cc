// SPDX-License-Identifier: MIT
#include "analysis/commands/session.hpp"

#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"

namespace kochmon
{
Session::Session(Flags const& flags, std::optional<std::filesystem::path> folder)
    : flags_(flags),
      place_(std::move(folder)),
      workers_(flags.threads.value_or(available_threads(
          {std::getenv("SLURM_CPUS_PER_TASK"), std::getenv("SLURM_CPUS_ON_NODE")})))
{
}

void Session::check_folder(InputFiles const& inputs, std::string const& identity) const
{
    if (place_) OutputFolder::check(*place_, if_exists(flags_), inputs, identity);
}

void Session::begin(InputFiles const& inputs, std::string const& identity)
{
    heed_stop_signals();
    if (place_) folder_.emplace(*place_, if_exists(flags_), inputs, identity);
}

OutputFolder& Session::folder()
{
    EXPECT(folder_);
    return *folder_;
}

RunRequest Session::request(std::uint32_t replicates, Nesting const& nesting) const
{
    return {.workers = workers_,
            .replicates = replicates,
            .nesting = nesting,
            .cut = flags_.cut,
            .stop_asked = is_stopped};
}

Progress Session::progress(std::uint32_t replicates, RunSettings const& settings) const
{
    return {is_quiet() ? ProgressForm::none : flags_.progress, replicates, settings};
}

bool Session::is_stopped()
{
    return stop_signal() != 0;
}

int Session::stopped(std::string const& what)
{
    write_message(fmt::format("kochmon: stopped on request; {}\n", what));
    return 128 + stop_signal();
}

Provenance Session::provenance()
{
    return {.command = flags_.command,
            .threads = workers_.threads(),
            .started = started_,
            .ended = std::chrono::system_clock::now(),
            .account = {},
            .files = folder().results()};
}

std::string Session::complete(Scenario const& scenario, Provenance const& provenance)
{
    std::string account = provenance_as_json(scenario, provenance);
    folder().complete(account);
    return account;
}

void Session::tell(std::string const& text) const
{
    if (!is_quiet()) write_output(text);
}

void Session::tell_folder() const
{
    if (place_) tell(fmt::format("\nResults: {}\n", place_->string()));
}
}  // namespace kochmon
