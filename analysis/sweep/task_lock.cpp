// SPDX-License-Identifier: MIT
#include "analysis/sweep/task_lock.hpp"

#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>

namespace kochmon
{
std::optional<TaskLock> TaskLock::take(std::filesystem::path const& folder, std::size_t group,
                                       std::uint32_t replicate)
{
    std::filesystem::path const locks = folder / "locks";
    if (int const cause = make_folders(locks); cause != 0) fail_to("make", locks, cause);
    std::filesystem::path const path = locks / fmt::format("g{:05}-r{:03}", group, replicate);
    OpenFile file(path, O_RDWR | O_CREAT | O_CLOEXEC);
    if (!file.is_open()) fail_to("open", path, file.cause());
    if (!take_alone(file)) return std::nullopt;
    return TaskLock(std::move(file));
}

// A lock that can be had is given back at once; whoever asks in between asks again.
std::size_t TaskLock::count_taken(std::filesystem::path const& folder)
{
    std::size_t taken = 0;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator(folder / "locks", error))
    {
        OpenFile file(entry.path(), O_RDWR | O_CLOEXEC);
        if (file.is_open() && !take_alone(file)) ++taken;
    }
    return taken;
}
}  // namespace kochmon
