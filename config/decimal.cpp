// SPDX-License-Identifier: MIT
#include "config/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "config/mistyped_number.hpp"

namespace kochmon
{
namespace
{
bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string_view digits_of(std::string_view text)
{
    auto const end = std::find_if_not(text.begin(), text.end(), is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool has_exponent(std::string_view text)
{
    std::size_t const mark = text.find_first_of("eE");
    if (mark == 0 || mark == std::string_view::npos || !is_digit(text[mark - 1])) return false;
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.starts_with('+') || exponent.starts_with('-')) exponent.remove_prefix(1);
    return !exponent.empty() && digits_of(exponent).size() == exponent.size();
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

/// The digits of a whole number, groups joined by `_`; takes them from `text`.
std::optional<std::string> take_whole(std::string_view& text)
{
    std::string digits(digits_of(text));
    if (digits.empty() || (digits.size() > 1 && digits[0] == '0')) return std::nullopt;
    text.remove_prefix(digits.size());
    while (text.starts_with('_'))
    {
        std::string_view const group = digits_of(text.substr(1));
        if (group.empty() || digits == "0") return std::nullopt;
        digits += group;
        text.remove_prefix(1 + group.size());
    }
    return digits;
}
}  // namespace

std::optional<double> nearest_double(std::string const& decimal)
{
    double number = 0.0;
    auto const [end, error] =
        std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
    if (error != std::errc{} || end != decimal.data() + decimal.size() || !std::isfinite(number))
        return std::nullopt;
    return number + 0.0;  // no negative zero
}

std::optional<std::string> plain_decimal(std::string_view text)
{
    std::string_view rest = text;
    bool const negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);
    auto const whole = take_whole(rest);
    std::string_view const fraction =
        rest.starts_with('.') ? digits_of(rest.substr(1)) : std::string_view{};
    std::size_t const fraction_length = fraction.empty() ? 0 : fraction.size() + 1;
    if (!whole || fraction_length != rest.size()) return std::nullopt;
    return fmt::format("{}{}{}", negative ? "-" : "", *whole, rest);
}

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

std::string number_text(double number)
{
    number += 0.0;  // no negative zero
    bool const plain = number == 0.0 || (std::abs(number) >= 1e-5 && std::abs(number) < 1e15);
    // Twelve digits hide the last bit of a conversion such as from months to years.
    if (!plain) return fmt::format("{}", number);
    std::string text = fmt::format("{:.12g}", number);
    return text.find('e') == std::string::npos ? text : fmt::format("{:.0f}", number);
}
}  // namespace kochmon
