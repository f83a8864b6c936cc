// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace kochmon
{
/// What the pages of a server do in the browser (analysis/serve/web/serve.js), as it stands there.
std::string_view serve_script();
/// How they look, beside what reports have (analysis/serve/web/serve.css).
std::string_view serve_style();
}  // namespace kochmon
