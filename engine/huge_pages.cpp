// SPDX-License-Identifier: MIT
#include "engine/huge_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace kochmon
{
void prefer_huge_pages(void* memory, std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t page = std::uintptr_t{1} << 21U;
    auto const begin = reinterpret_cast<std::uintptr_t>(memory);
    std::uintptr_t const first = (begin + page - 1) / page * page;
    std::uintptr_t const last = (begin + bytes) / page * page;
    // Nothing is lost where the wish is refused.
    if (last > first)
        static_cast<void>(::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE));
#endif
}
}  // namespace kochmon
