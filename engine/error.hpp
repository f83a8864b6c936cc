// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace kochmon
{
/// Exit statuses are an interface (docs/interfaces.md): scripts and Slurm jobs test them.
enum class ExitStatus
{
    done = 0,
    internal_error = 1,
    scenario_wrong = 2,
    output_exists = 3,
    file_error = 4,
    memory_refused = 5,
    invariant_broken = 6,
    results_differ = 7,
    usage = 64,
};

/// The family of errors. The text says what is wrong, what was expected and what to do.
class Error : public std::runtime_error
{
  public:
    Error(ExitStatus status, std::string const& text) : std::runtime_error(text), status_(status) {}
    ExitStatus status() const { return status_; }

  private:
    ExitStatus status_;
};

/// A mistake in a scenario, a policy or a table that the user can mend.
struct ScenarioError : Error
{
    explicit ScenarioError(std::string const& text) : Error(ExitStatus::scenario_wrong, text) {}
};
/// The output folder is there already.
struct OutputExistsError : Error
{
    explicit OutputExistsError(std::string const& text) : Error(ExitStatus::output_exists, text) {}
};
/// A file could not be read or written; names the file and the system's cause.
struct FileError : Error
{
    explicit FileError(std::string const& text) : Error(ExitStatus::file_error, text) {}
};
/// What is asked for does not fit into memory.
struct MemoryError : Error
{
    explicit MemoryError(std::string const& text) : Error(ExitStatus::memory_refused, text) {}
};
/// Persons or money were not conserved: the run stops, its figures must not be used.
struct InvariantError : Error
{
    explicit InvariantError(std::string const& text) : Error(ExitStatus::invariant_broken, text) {}
};
/// A wrong command line.
struct UsageError : Error
{
    explicit UsageError(std::string const& text) : Error(ExitStatus::usage, text) {}
};
/// A contract of the program itself is broken: a fault of ours.
struct InternalError : Error
{
    explicit InternalError(std::string const& text) : Error(ExitStatus::internal_error, text) {}
};
}  // namespace kochmon
