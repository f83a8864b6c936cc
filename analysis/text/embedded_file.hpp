// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

// The bytes of a file as a part of the program: between the symbols kochmon_NAME_begin and
// kochmon_NAME_end. Which file is named by CMakeLists.txt, so that a build is done again when it
// changes; a source that embeds one is no part of a unity build.
// NOLINTBEGIN(hicpp-no-assembler,cppcoreguidelines-macro-usage,bugprone-macro-parentheses)
#define KOCHMON_EMBED(name, file)                   \
    asm(".pushsection .rodata\n"                    \
        ".global kochmon_" #name                    \
        "_begin\n"                                  \
        "kochmon_" #name                            \
        "_begin:\n"                                 \
        ".incbin \"" file                           \
        "\"\n"                                      \
        ".global kochmon_" #name                    \
        "_end\n"                                    \
        "kochmon_" #name                            \
        "_end:\n"                                   \
        ".byte 0\n"                                 \
        ".popsection\n");                           \
    extern "C"                                      \
    {                                               \
        extern char const kochmon_##name##_begin[]; \
        extern char const kochmon_##name##_end[];   \
    }
// NOLINTEND(hicpp-no-assembler,cppcoreguidelines-macro-usage,bugprone-macro-parentheses)

namespace kochmon
{
/// What stands between two such symbols.
inline std::string_view embedded(char const* begin, char const* end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace kochmon
