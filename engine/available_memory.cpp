// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <string>

#include "engine/memory.hpp"

namespace kochmon
{
namespace
{
using Bytes = std::optional<std::uint64_t>;

Bytes of_the_system()
{
    std::ifstream lines("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    std::string unit;
    while (lines >> name >> kibibytes && std::getline(lines, unit))
        if (name == "MemAvailable:") return kibibytes * 1024;
    return std::nullopt;
}

Bytes number_in(char const* file)
{
    std::ifstream text(file);
    std::uint64_t number = 0;
    if (text >> number) return number;
    return std::nullopt;  // no such file, or `max`
}

Bytes of_the_cgroup()
{
    Bytes const most = number_in("/sys/fs/cgroup/memory.max");
    Bytes const used = number_in("/sys/fs/cgroup/memory.current");
    if (!most || !used) return std::nullopt;
    return *most > *used ? *most - *used : 0;
}
}  // namespace

std::optional<std::uint64_t> available_memory()
{
    Bytes const system = of_the_system();
    Bytes const group = of_the_cgroup();
    if (system && group) return std::min(*system, *group);
    return system ? system : group;
}
}  // namespace kochmon
