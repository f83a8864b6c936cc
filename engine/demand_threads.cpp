// SPDX-License-Identifier: MIT
#include "engine/demand_threads.hpp"

#include <algorithm>
#include <cstdint>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "engine/error.hpp"
#include "engine/memory.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_tried = 256;  // limits are met before; starting more takes long
constexpr std::uint64_t usual_stack = 8ULL << 20U;
constexpr std::uint64_t heap_of_a_thread = 64ULL << 20U;  // address space that glibc sets aside

std::uint64_t stack_of_a_thread()
{
    rlimit limit{};
    bool const is_known = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    return is_known ? limit.rlim_cur : usual_stack;
}

/// Under `ulimit -v` what they set aside counts, used or not.
void demand_address_space(std::size_t others)
{
    auto const left = address_space_left();
    std::uint64_t const each = stack_of_a_thread() + heap_of_a_thread;
    if (!left || others * each <= *left) return;
    throw MemoryError(fmt::format(
        "{} threads need about {} MiB of address space, {} MiB are left; --threads {} would do, or "
        "raise the limit (ulimit -v)",
        others + 1, (others * each) >> 20U, *left >> 20U, 1 + *left / each));
}

/// Starts them all at once, and ends them.
void try_to_start(std::size_t others)
{
    std::promise<void> end;
    std::shared_future<void> const ended = end.get_future().share();
    std::vector<std::jthread> started;
    started.reserve(others);
    try
    {
        for (std::size_t at = 0; at < others; ++at) started.emplace_back([ended] { ended.wait(); });
        end.set_value();
    }
    catch (std::system_error const&)
    {
        end.set_value();
        throw MemoryError(fmt::format(
            "{} threads cannot be started, {} can; run with fewer --threads, or raise the limit of "
            "processes (ulimit -u)",
            others + 1, started.size() + 1));
    }
}
}  // namespace

void demand_threads(std::size_t count)
{
    if (count <= 1) return;
    demand_address_space(count - 1);
    try_to_start(std::min(count - 1, most_tried));
}
}  // namespace kochmon
