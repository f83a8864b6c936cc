// SPDX-License-Identifier: MIT
#include "engine/huge_pages.hpp"

#include <memory>

#include <sys/mman.h>

namespace kochmon
{
void prefer_huge_pages(void* memory, std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::size_t page = std::size_t{1} << 21U;
    std::size_t room = bytes;
    // Nothing is lost where the wish is refused.
    if (void* first = memory; std::align(page, page, first, room) != nullptr)
        static_cast<void>(::madvise(first, room / page * page, MADV_HUGEPAGE));
#endif
}
}  // namespace kochmon
