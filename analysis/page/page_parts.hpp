// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace kochmon
{
/// The program that draws the charts of a page (analysis/page/web), as Node bundled it; empty where
/// the build had no Node.
std::string_view page_script();
/// How a page looks: on a screen, light or dark, and on paper.
std::string_view page_style();
}  // namespace kochmon
