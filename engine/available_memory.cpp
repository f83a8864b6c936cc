// SPDX-License-Identifier: MIT
#include <fstream>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

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

std::optional<std::uint64_t> address_space_left()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
    Bytes const pages = number_in("/proc/self/statm");
    std::uint64_t const used =
        pages.value_or(0) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    return limit.rlim_cur > used ? limit.rlim_cur - used : 0;
}

std::optional<std::uint64_t> available_memory()
{
    Bytes least;
    for (Bytes const bytes : {of_the_system(), of_the_cgroup(), address_space_left()})
        if (bytes && (!least || *bytes < *least)) least = bytes;
    return least;
}
}  // namespace kochmon
