// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "engine/open_file.hpp"

namespace kochmon
{
/// Several processes in one folder share its tasks: whoever locks a task does it, and a killed
/// process loses its locks with its life. Where a file system knows no locks two may do the same
/// task, which costs time and changes no byte.
class TaskLock
{
  public:
    /// Nothing if another process has the task. Throws FileError.
    static std::optional<TaskLock> take(std::filesystem::path const& folder, std::size_t group,
                                        std::uint32_t replicate);

    /// Tasks that processes are at.
    static std::size_t count_taken(std::filesystem::path const& folder);

  private:
    explicit TaskLock(OpenFile file) : file_(std::move(file)) {}
    OpenFile file_;
};
}  // namespace kochmon
