// SPDX-License-Identifier: MIT
#include "analysis/runs/memory_check.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/memory.hpp"

namespace kochmon
{
namespace
{
constexpr double mebibyte = 1024.0 * 1024.0;
constexpr double gibibyte = 1024.0 * mebibyte;
constexpr double bytes_of_counts = 20e6;

std::string told_size(double bytes)
{
    if (bytes < 0.95 * gibibyte) return fmt::format("{:.0f} MiB", bytes / mebibyte);
    return fmt::format("{:.1f} GiB", bytes / gibibyte);
}
}  // namespace

double bytes_of_a_world(Population const& start)
{
    return static_cast<double>(start.bytes()) + bytes_of_counts;
}

void demand_memory(double needed, std::string const& what, std::string const& instead,
                   std::optional<std::uint64_t> available)
{
    if (!available) available = available_memory();
    if (!available || needed <= static_cast<double>(*available)) return;
    throw MemoryError(fmt::format("{} need about {}, {} are available; {}", what, told_size(needed),
                                  told_size(static_cast<double>(*available)), instead));
}
}  // namespace kochmon
