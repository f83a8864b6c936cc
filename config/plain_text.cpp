// SPDX-License-Identifier: MIT
#include "config/plain_text.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
unsigned byte_at(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool continues(std::string_view text, std::size_t at)
{
    return (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// Overlong forms, surrogates and numbers beyond U+10FFFF are excluded by the second byte.
bool second_byte_fits(unsigned first, unsigned second)
{
    if (first == 0xE0U) return second >= 0xA0U;
    if (first == 0xEDU) return second < 0xA0U;
    if (first == 0xF0U) return second >= 0x90U;
    if (first == 0xF4U) return second < 0x90U;
    return true;
}

std::size_t length_by_first_byte(unsigned first)
{
    if (first < 0x80U) return 1;
    if (first >= 0xC2U && first < 0xE0U) return 2;
    if (first >= 0xE0U && first < 0xF0U) return 3;
    if (first >= 0xF0U && first < 0xF5U) return 4;
    return 0;
}

Mistake mistake_of(std::string_view rest)
{
    if (rest.starts_with("\xEF\xBB\xBF"))
        return {"a byte order mark within the text", "one at its beginning at most", "take it out"};
    if (length_of_character(rest) == 0)
        return {fmt::format("byte 0x{:02X} is not UTF-8", byte_at(rest, 0)), "UTF-8 text"};
    if (rest.front() == '\r')
        return {"a carriage return stands alone", "lines that end with a line feed"};
    return {fmt::format("control character 0x{:02X}", byte_at(rest, 0)), "text"};
}

bool is_unreadable(std::string_view rest)
{
    if (rest.starts_with("\xEF\xBB\xBF") || length_of_character(rest) == 0) return true;
    char const letter = rest.front();
    if (letter == '\r') return !rest.starts_with("\r\n");
    return (byte_at(rest, 0) < 0x20U && letter != '\n' && letter != '\t') || letter == 0x7F;
}
}  // namespace

std::size_t length_of_character(std::string_view text)
{
    std::size_t const length = length_by_first_byte(byte_at(text, 0));
    if (text.empty() || length > text.size()) return 0;
    for (std::size_t at = 1; at < length; ++at)
        if (!continues(text, at)) return 0;
    bool const fits = length < 2 || second_byte_fits(byte_at(text, 0), byte_at(text, 1));
    return fits ? length : 0;
}

std::optional<Unreadable> find_unreadable(std::string_view text)
{
    int line = 1;
    int column = 1;
    while (!text.empty())
    {
        if (is_unreadable(text)) return Unreadable{line, column, mistake_of(text)};
        bool const line_ends = text.front() == '\n';
        line += line_ends ? 1 : 0;
        column = line_ends ? 1 : column + 1;
        text.remove_prefix(length_of_character(text));
    }
    return std::nullopt;
}

std::optional<Unreadable> find_unwanted_yaml(std::string_view text)
{
    for (int line = 1; !text.empty(); ++line)
    {
        std::size_t const end = std::min(text.find('\n'), text.size() - 1);
        std::size_t const indent = std::min(text.find_first_not_of(' '), end);
        if (text[indent] == '\t')
            return Unreadable{
                line, static_cast<int>(indent) + 1, {"a tab indents the line", "spaces"}};
        if (text.front() == '%')
            return Unreadable{line, 1, {"a YAML directive", "no directives", "leave the line out"}};
        text.remove_prefix(end + 1);
    }
    return std::nullopt;
}
}  // namespace kochmon
