// SPDX-License-Identifier: MIT
#include "analysis/serve/serve_parts.hpp"

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
KOCHMON_BYTES_OF("serve_style", KOCHMON_SERVE_STYLE);
KOCHMON_BYTES_OF("serve_script", KOCHMON_SERVE_SCRIPT);

extern "C"
{
    extern char const kochmon_serve_style_begin[];
    extern char const kochmon_serve_style_end[];
    extern char const kochmon_serve_script_begin[];
    extern char const kochmon_serve_script_end[];
}
// NOLINTEND(hicpp-no-assembler,cppcoreguidelines-macro-usage,readability-identifier-naming)

namespace kochmon
{
std::string_view serve_script()
{
    return {kochmon_serve_script_begin,
            static_cast<std::size_t>(kochmon_serve_script_end - kochmon_serve_script_begin)};
}

std::string_view serve_style()
{
    return {kochmon_serve_style_begin,
            static_cast<std::size_t>(kochmon_serve_style_end - kochmon_serve_style_begin)};
}
}  // namespace kochmon
