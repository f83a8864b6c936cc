// SPDX-License-Identifier: MIT
#include "analysis/page/html_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/visible_text.hpp"

namespace kochmon
{
std::string html_text(std::string_view text)
{
    std::string safe;
    for (char const c : visible(text)) switch (c)
        {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += c;
        }
    return safe;
}

std::string html_text_in_lines(std::string_view text)
{
    std::string safe;
    while (!text.empty())
    {
        std::string_view const line = text.substr(0, text.find('\n'));
        safe += html_text(line) + '\n';
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return safe;
}

std::string json_in_page(Json const& json)
{
    std::string const text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
    std::string safe;
    safe.reserve(text.size());
    for (char const c : text)
        if (c == '<' || c == '>' || c == '&')
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            safe += c;
    return safe;
}

std::string element(std::string_view name, std::string_view content, std::string_view attributes)
{
    return fmt::format("<{}{}{}>{}</{}>", name, attributes.empty() ? "" : " ", attributes, content,
                       name);
}
}  // namespace kochmon
