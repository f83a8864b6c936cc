// SPDX-License-Identifier: MIT
#include "analysis/serve/serve_parts.hpp"

#include "analysis/text/embedded_file.hpp"

// CMakeLists.txt names the files.
// NOLINTBEGIN(readability-identifier-naming)
KOCHMON_EMBED(serve_style, KOCHMON_SERVE_STYLE)
KOCHMON_EMBED(serve_script, KOCHMON_SERVE_SCRIPT)
// NOLINTEND(readability-identifier-naming)

namespace kochmon
{
std::string_view serve_script()
{
    return embedded(kochmon_serve_script_begin, kochmon_serve_script_end);
}

std::string_view serve_style()
{
    return embedded(kochmon_serve_style_begin, kochmon_serve_style_end);
}
}  // namespace kochmon
