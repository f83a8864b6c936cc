// SPDX-License-Identifier: MIT
#include "analysis/page/page_parts.hpp"

#include "analysis/text/embedded_file.hpp"

// CMakeLists.txt names the files.
// NOLINTBEGIN(readability-identifier-naming)
KOCHMON_EMBED(style, KOCHMON_PAGE_STYLE)
KOCHMON_EMBED(script, KOCHMON_PAGE_SCRIPT)
// NOLINTEND(readability-identifier-naming)

namespace kochmon
{
std::string_view page_script()
{
    return embedded(kochmon_script_begin, kochmon_script_end);
}

std::string_view page_style()
{
    return embedded(kochmon_style_begin, kochmon_style_end);
}
}  // namespace kochmon
