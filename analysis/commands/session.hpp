// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/parallel.hpp"

#include "analysis/commands/flags.hpp"
#include "analysis/commands/progress.hpp"
#include "analysis/output/output_folder.hpp"
#include "analysis/runs/provenance.hpp"
#include "analysis/runs/run.hpp"

namespace kochmon
{
/// What the verbs that make worlds run have in common: threads, the output folder from its claim to
/// its run.json, progress, a clean stop, and whether anything is told.
class Session
{
  public:
    /// `folder`: where the results go; nothing: they are told and not written.
    Session(Flags const& flags, std::optional<std::filesystem::path> folder);

    Workers const& workers() const { return workers_; }
    bool is_quiet() const { return flags_.loudness == Loudness::quiet; }

    /// Before anything runs: throws where the folder may not be written. `identity`: of a study
    /// that may be gone on from (OutputFolder).
    void check_folder(InputFiles const& inputs, std::string const& identity = {}) const;
    /// From now on signals only ask for a stop, and the folder is this process's.
    void begin(InputFiles const& inputs, std::string const& identity = {});
    bool has_folder() const { return folder_.has_value(); }
    OutputFolder& folder();

    /// Of this command's threads and tiles, which ends where a stop is asked for.
    RunRequest request(std::uint32_t replicates, Nesting const& nesting) const;
    Progress progress(std::uint32_t replicates, RunSettings const& settings) const;

    static bool is_stopped();
    /// Says what is not complete. The status to end with.
    static int stopped(std::string const& what);

    /// What every verb knows of its run.json alike; the files are those written until now.
    Provenance provenance();
    /// Writes run.json, with which the result is whole, and returns it.
    std::string complete(Scenario const& scenario, Provenance const& provenance);
    /// On standard output, unless quiet.
    void tell(std::string const& text) const;
    void tell_folder() const;

  private:
    Flags const& flags_;
    std::optional<std::filesystem::path> place_;
    Workers workers_;
    std::optional<OutputFolder> folder_;  // claimed before anything runs
    UtcTime started_ = std::chrono::system_clock::now();
};
}  // namespace kochmon
