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
}  // namespace kochmon
