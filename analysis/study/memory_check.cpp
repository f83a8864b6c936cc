// SPDX-License-Identifier: MIT
#include "analysis/study/memory_check.hpp"

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/memory.hpp"

namespace kochmon
{
namespace
{
constexpr double gibibyte = 1024.0 * 1024.0 * 1024.0;
constexpr double bytes_of_counts = 20e6;
}  // namespace

double bytes_of_a_world(Population const& start)
{
    return static_cast<double>(start.bytes()) + bytes_of_counts;
}

void demand_memory(RunRequest const& request, double needed, std::string const& what,
                   std::string const& instead)
{
    auto const available = request.memory ? request.memory : available_memory();
    double const by_all = needed * static_cast<double>(request.studies_at_once);
    if (!available || by_all <= static_cast<double>(*available)) return;
    std::string const each = request.studies_at_once > 1
                                 ? fmt::format(", {} of them at once", request.studies_at_once)
                                 : std::string();
    throw MemoryError(fmt::format("{} need about {:.1f} GiB{}, {:.1f} GiB are available; {}", what,
                                  by_all / gibibyte, each,
                                  static_cast<double>(*available) / gibibyte, instead));
}
}  // namespace kochmon
