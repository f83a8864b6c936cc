// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include <sched.h>

#include "engine/parallel.hpp"

namespace kochmon
{
namespace
{
std::optional<std::size_t> positive_number(std::string_view text)
{
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0)
        return std::nullopt;
    return number;
}

std::size_t allowed_by_affinity()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0)
        return static_cast<std::size_t>(CPU_COUNT(&allowed));
    return std::thread::hardware_concurrency();
}

/// Processors that `cpu.max` of one control group grants: quota over period, rounded up.
std::optional<std::size_t> granted_by(std::filesystem::path const& group)
{
    std::ifstream file(group / "cpu.max");
    std::string quota_text, period_text;
    file >> quota_text >> period_text;
    auto const quota = positive_number(quota_text);
    auto const period = positive_number(period_text);
    if (!quota || !period) return std::nullopt;
    return *quota / *period + (*quota % *period != 0 ? 1 : 0);
}

/// The group of this process below the root of control groups, version 2.
std::filesystem::path control_group()
{
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("0::/")) return line.substr(4);
    return {};
}

/// A quota of any group above holds too, so the smallest counts.
std::size_t allowed_by_control_groups(std::size_t threads)
{
    std::filesystem::path const root = "/sys/fs/cgroup";
    for (auto group = control_group();; group = group.parent_path())
    {
        if (auto const granted = granted_by(root / group)) threads = std::min(threads, *granted);
        if (group.empty()) return threads;
    }
}
}  // namespace

std::size_t available_threads(SlurmGrant const& slurm)
{
    std::size_t threads = allowed_by_control_groups(allowed_by_affinity());
    for (char const* const text : {slurm.cpus_per_task, slurm.cpus_on_node})
        if (text != nullptr)
            if (auto const granted = positive_number(text)) threads = std::min(threads, *granted);
    return std::max<std::size_t>(threads, 1);
}
}  // namespace kochmon
