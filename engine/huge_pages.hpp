// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace kochmon
{
/// Asks the system to back memory that was not touched yet with pages of 2 MiB, where it has such
/// and the memory is large; a wish, of which no result depends.
void prefer_huge_pages(void* memory, std::size_t bytes);
}  // namespace kochmon
