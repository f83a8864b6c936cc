// SPDX-License-Identifier: MIT
#include "config/plain_decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
bool is_decimal_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string_view digits_of(std::string_view text)
{
    auto const end = std::find_if_not(text.begin(), text.end(), is_decimal_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
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

std::string number_text(double number)
{
    number += 0.0;  // no negative zero
    bool const plain = number == 0.0 || (std::abs(number) >= 1e-5 && std::abs(number) < 1e15);
    // Twelve digits hide the last bit of a conversion such as from months to years.
    if (!plain) return fmt::format("{}", number);
    std::string text = fmt::format("{:.12g}", number);
    if (text.find('e') == std::string::npos) return text;
    if (std::abs(number) >= 1.0) return fmt::format("{:.0f}", number);
    text = fmt::format("{:.16f}", number);
    return text.substr(0, text.find_last_not_of('0') + 1);
}
}  // namespace kochmon
