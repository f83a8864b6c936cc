// SPDX-License-Identifier: MIT
#include "config/decimal.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/mistyped_number.hpp"

namespace kochmon
{
namespace
{
bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool has_exponent(std::string_view text)
{
    std::size_t const mark = text.find_first_of("eE");
    if (mark == 0 || mark == std::string_view::npos || !is_digit(text[mark - 1])) return false;
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.starts_with('+') || exponent.starts_with('-')) exponent.remove_prefix(1);
    return !exponent.empty() && std::ranges::all_of(exponent, is_digit);
}

/// Why a text that is no decimal number is none, for the commonest mistakes.
Mistake not_a_number(std::string_view text)
{
    Mistake mistake{shown(text) + " is not a number", "a decimal number", {}};
    std::string_view const unsigned_text = text.starts_with('-') ? text.substr(1) : text;
    if (unsigned_text.starts_with("0x") || unsigned_text.starts_with("0o"))
        mistake.hint = "hexadecimal and octal numbers are not read";
    else
        mistake.hint = meant_number(text, false);
    if (mistake.hint.empty() && has_exponent(text))
        mistake.hint = "write the number out, without an exponent";
    return mistake;
}

}  // namespace

Reading<std::string> read_decimal(std::string_view text)
{
    if (text.size() > longest_number)
        return {{}, {shown(text) + " is too long", "a number of at most 40 characters"}};
    auto decimal = plain_decimal(text);
    if (!decimal) return {{}, not_a_number(text)};
    return {std::move(decimal)};
}

Reading<double> read_number(std::string_view text)
{
    auto const decimal = read_decimal(text);
    if (!decimal.value) return {{}, decimal.mistake};
    auto const number = nearest_double(*decimal.value);
    if (!number) return {{}, {shown(text) + " is out of reach", "a smaller number"}};
    return {*number};
}

Reading<std::int64_t> read_whole_number(Node const& node, std::int64_t lowest, std::int64_t highest)
{
    std::string const expected = fmt::format("a whole number from {} to {}", lowest, highest);
    if (!node.is_scalar() || node.quoted)
        return {{}, {described(node) + " is not a bare number", expected}};
    auto const decimal = read_decimal(node.text);
    std::string const meant = meant_number(node.text, true);
    if (!decimal.value)
        return {{}, {decimal.mistake.what, expected, meant.empty() ? decimal.mistake.hint : meant}};
    if (is_negative_zero(node.text))
        return {{}, {shown(node.text) + " has a sign", expected, meant}};
    std::string const& text = *decimal.value;
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const in_range = error == std::errc{} && number >= lowest && number <= highest;
    if (end != text.data() + text.size())
        return {{}, {shown(node.text) + " is not whole", expected, meant}};
    if (!in_range) return {{}, {shown(node.text) + " is out of range", expected}};
    return {number};
}
}  // namespace kochmon
