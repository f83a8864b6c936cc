// SPDX-License-Identifier: MIT
#include "config/visible_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
std::string escaped(char32_t character)
{
    if (character == U'\n') return "\\n";
    if (character == U'\r') return "\\r";
    if (character == U'\t') return "\\t";
    auto const number = static_cast<unsigned>(character);
    return number < 0x80U ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{{{:x}}}", number);
}
}  // namespace

char32_t first_character(std::string_view text)
{
    std::size_t const length = length_of_character(text);
    auto const first = static_cast<unsigned char>(text.front());
    if (length < 2) return first;
    // A character of n bytes begins with n ones and a zero; the others give six bits each.
    char32_t character = first & (0xFFU >> (length + 1));
    for (std::size_t at = 1; at < length; ++at)
        character = (character << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
    return character;
}

bool is_unseen(char32_t character)
{
    // Unicode 15: controls, soft hyphen, spaces, marks of direction and of order, tags.
    static constexpr std::array<std::pair<char32_t, char32_t>, 12> ranges{{{0x00, 0x1F},
                                                                           {0x7F, 0xA0},
                                                                           {0xAD, 0xAD},
                                                                           {0x61C, 0x61C},
                                                                           {0x1680, 0x1680},
                                                                           {0x2000, 0x200F},
                                                                           {0x2028, 0x202F},
                                                                           {0x205F, 0x206F},
                                                                           {0x3000, 0x3000},
                                                                           {0xFEFF, 0xFEFF},
                                                                           {0xFFF9, 0xFFFB},
                                                                           {0xE0000, 0xE007F}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](auto const& range)
                       { return character >= range.first && character <= range.second; });
}

std::string visible(std::string_view text)
{
    std::string shown;
    while (!text.empty())
    {
        std::size_t const length = length_of_character(text);
        char32_t const character = first_character(text);
        if (length == 0)
            shown += fmt::format("\\x{:02x}", static_cast<unsigned>(character));
        else if (is_unseen(character))
            shown += escaped(character);
        else
            shown += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return shown;
}
}  // namespace kochmon
