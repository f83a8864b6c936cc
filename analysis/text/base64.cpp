// SPDX-License-Identifier: MIT
#include "analysis/text/base64.hpp"

#include <cstdint>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
std::uint32_t value_of(char digit)
{
    if (digit >= '0' && digit <= '9') return static_cast<std::uint32_t>(digit - '0');
    EXPECT(digit >= 'a' && digit <= 'f');
    return static_cast<std::uint32_t>(digit - 'a' + 10);
}
}  // namespace

// Three digits are twelve bits, which are two letters; the last group of four letters is filled up.
std::string base64_of_digits(std::string_view digits)
{
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    EXPECT(digits.size() % 2 == 0);
    std::string text;
    for (std::size_t at = 0; at < digits.size(); at += 3)
    {
        std::string_view const group = digits.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = 16 * bits + (k < group.size() ? value_of(group[k]) : 0);
        text += letters[bits >> 6U];
        if (group.size() > 1) text += letters[bits & 63U];
    }
    while (text.size() % 4 != 0) text += '=';
    return text;
}
}  // namespace kochmon
