// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string>

#include <fmt/format.h>

namespace kochmon
{
/// `1 policy`, `2 policies`.
template <std::integral Count>
std::string counted(Count count, char const* one, char const* many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

template <std::integral Count>
std::string counted_months(Count count)
{
    return counted(count, "month", "months");
}

template <std::integral Count>
std::string counted_replicates(Count count)
{
    return counted(count, "replicate", "replicates");
}

template <std::integral Count>
std::string counted_agents(Count count)
{
    return counted(count, "agent", "agents");
}
}  // namespace kochmon
