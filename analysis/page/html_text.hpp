// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace kochmon
{
/// In the order in which it was built.
using Json = nlohmann::ordered_json;

/// A text as content of an element, or of an attribute in double quotes. Control characters and
/// marks that turn the direction of writing are written out.
std::string html_text(std::string_view text);
/// The same of a text whose lines stay lines.
std::string html_text_in_lines(std::string_view text);
/// JSON as content of a script element, which nothing in it can end.
std::string json_in_page(Json const& json);
/// `<td class="number">12</td>` and the like.
std::string element(std::string_view name, std::string_view content,
                    std::string_view attributes = {});
}  // namespace kochmon
