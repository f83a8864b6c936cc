// SPDX-License-Identifier: MIT
#include "analysis/page/page_parts.hpp"

#include <cstddef>

// The bytes of a file between two symbols (CMakeLists.txt names the files).
// NOLINTBEGIN(hicpp-no-assembler,cppcoreguidelines-macro-usage,readability-identifier-naming)
#define KOCHMON_BYTES_OF(name, file) \
    asm(".pushsection .rodata\n"     \
        ".global kochmon_" name      \
        "_begin\n"                   \
        "kochmon_" name              \
        "_begin:\n"                  \
        ".incbin \"" file            \
        "\"\n"                       \
        ".global kochmon_" name      \
        "_end\n"                     \
        "kochmon_" name              \
        "_end:\n"                    \
        ".byte 0\n"                  \
        ".popsection\n")
KOCHMON_BYTES_OF("style", KOCHMON_PAGE_STYLE);
KOCHMON_BYTES_OF("script", KOCHMON_PAGE_SCRIPT);

extern "C"
{
    extern char const kochmon_style_begin[];
    extern char const kochmon_style_end[];
    extern char const kochmon_script_begin[];
    extern char const kochmon_script_end[];
}
// NOLINTEND(hicpp-no-assembler,cppcoreguidelines-macro-usage,readability-identifier-naming)

namespace kochmon
{
namespace
{
std::string_view between(char const* begin, char const* end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::string_view page_script()
{
    return between(kochmon_script_begin, kochmon_script_end);
}

std::string_view page_style()
{
    return between(kochmon_style_begin, kochmon_style_end);
}
}  // namespace kochmon
