// SPDX-License-Identifier: MIT
#include "config/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::array no_unit = {Unit{""}};
constexpr std::array of_share = {Unit{""}, Unit{.text = "%", .is_percent = true}};
constexpr std::array of_roubles = {Unit{"RUB"}, Unit{.text = "KGS", .currency = Currency::som},
                                   Unit{.text = "USD", .currency = Currency::dollar}};
constexpr std::array of_roubles_per_month = {
    Unit{"RUB/month"}, Unit{.text = "KGS/month", .currency = Currency::som},
    Unit{.text = "USD/month", .currency = Currency::dollar}};
constexpr std::array of_per_month = {Unit{"1/month"}, Unit{.text = "%/month", .is_percent = true},
                                     Unit{.text = "1/year", .divisor = 12.0},
                                     Unit{.text = "%/year", .divisor = 12.0, .is_percent = true}};
constexpr std::array of_months = {Unit{"months"}, Unit{.text = "days", .divisor = 30.0},
                                  Unit{.text = "years", .factor = 12.0}};
constexpr std::array of_persons = {Unit{"persons"}};
constexpr std::array of_persons_per_year = {Unit{"persons/year"}};

constexpr std::size_t longest_number = 40;

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string_view digits_of(std::string_view text)
{
    auto const end = std::find_if_not(text.begin(), text.end(), is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Why a text that is no decimal number is none, for the commonest mistakes.
Mistake not_a_number(std::string_view text)
{
    Mistake mistake{shown(text) + " is not a number", "a decimal number", {}};
    std::string_view const unsigned_text = text.starts_with('-') ? text.substr(1) : text;
    if (unsigned_text.starts_with("0x") || unsigned_text.starts_with("0o"))
        mistake.hint = "hexadecimal and octal numbers are not read";
    else if (unsigned_text.size() > 1 && unsigned_text[0] == '0' && is_digit(unsigned_text[1]))
        mistake.hint = "leave leading zeros out";
    else if (text.find(',') != std::string_view::npos)
        mistake.hint = "write a decimal point, and _ between groups of digits";
    else if (!digits_of(unsigned_text).empty() &&
             text.find_first_of("eE") != std::string_view::npos)
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

std::optional<double> convert(std::string const& text)
{
    double number = 0.0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number + 0.0;  // no negative zero
}

/// `1e-2` is put to the digits of a percentage, so that 25 % and 0.25 are the same bits.
std::optional<double> in_program_unit(std::string const& number, Unit const& unit)
{
    auto const read = convert(unit.is_percent ? number + "e-2" : number);
    if (!read) return std::nullopt;
    return *read * unit.factor / unit.divisor;
}

struct NumberAndUnit
{
    std::string_view number;
    std::string_view unit;
    bool well_spaced;
};

/// One space parts number and unit; `%` may follow at once.
NumberAndUnit split(std::string_view text)
{
    std::size_t const space = text.find(' ');
    std::size_t const percent = text.find('%');
    if (percent != std::string_view::npos && percent > 0 && text[percent - 1] != ' ')
        return {text.substr(0, percent), text.substr(percent), true};
    if (space == std::string_view::npos) return {text, {}, true};
    std::string_view const unit = text.substr(space + 1);
    return {text.substr(0, space), unit, !unit.empty() && unit.front() != ' '};
}

std::string number_with(std::string_view number, Unit const& unit)
{
    return unit.text.empty() ? std::string(number) : fmt::format("{} {}", number, unit.text);
}

Mistake wrong_unit(NumberAndUnit const& parts, Dimension dimension)
{
    std::vector<std::string> names;
    for (Unit const& unit : units_of(dimension)) names.emplace_back(unit.text);
    std::string const expected = units_text(dimension);
    std::string const example = number_with(parts.number, units_of(dimension).front());
    if (!parts.unit.empty())
    {
        std::string hint = did_you_mean(closest(parts.unit, names));
        if (names == std::vector<std::string>{""}) hint = "write just " + example;
        return {"wrong unit " + shown(parts.unit), expected, std::move(hint)};
    }
    return {shown(parts.number) + " has no unit", expected, "such as " + example};
}

std::string range_in_own_unit(Range const& range, Value const& value)
{
    if (value.currency != Currency::rouble) return range_text(range, Unit{"RUB"});
    return range_text(range, *value.unit);
}

Reading<Value> read_word(Node const& node, Declared const& declared)
{
    auto const word = std::find(declared.words.begin(), declared.words.end(), node.text);
    if (word == declared.words.end())
        return {{},
                {"unknown word " + shown(node.text), expected_text(declared),
                 did_you_mean(closest(node.text, declared.words))}};
    auto const index = static_cast<double>(word - declared.words.begin());
    return {Value{.text = node.text, .amount = index}};
}

Reading<Value> read_truth(Node const& node, Declared const& declared)
{
    bool const is_true = node.text == "true";
    if (node.quoted || (!is_true && node.text != "false"))
        return {{}, {described(node) + " is neither true nor false", expected_text(declared)}};
    return {Value{.text = node.text, .amount = is_true ? 1.0 : 0.0}};
}
}  // namespace

std::span<Unit const> units_of(Dimension dimension)
{
    switch (dimension)
    {
        case Dimension::share:
            return of_share;
        case Dimension::roubles:
            return of_roubles;
        case Dimension::roubles_per_month:
            return of_roubles_per_month;
        case Dimension::per_month:
            return of_per_month;
        case Dimension::months:
            return of_months;
        case Dimension::persons:
            return of_persons;
        case Dimension::persons_per_year:
            return of_persons_per_year;
        default:
            return no_unit;
    }
}

double in_unit(double value, Unit const& unit)
{
    return value * unit.divisor / unit.factor * (unit.is_percent ? 100.0 : 1.0);
}

Reading<std::string> read_decimal(std::string_view text)
{
    if (text.size() > longest_number)
        return {{}, {shown(text) + " is too long", "a number of at most 40 characters"}};
    std::string_view rest = text;
    bool const negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);
    auto const whole = take_whole(rest);
    std::string_view const fraction =
        rest.starts_with('.') ? digits_of(rest.substr(1)) : std::string_view{};
    std::size_t const fraction_length = fraction.empty() ? 0 : fraction.size() + 1;
    if (!whole || fraction_length != rest.size()) return {{}, not_a_number(text)};
    return {fmt::format("{}{}{}", negative ? "-" : "", *whole, rest)};
}

Reading<double> read_number(std::string_view text)
{
    auto const decimal = read_decimal(text);
    if (!decimal.value) return {{}, decimal.mistake};
    auto const number = convert(*decimal.value);
    if (!number) return {{}, {shown(text) + " is out of reach", "a smaller number"}};
    return {*number};
}

Reading<std::int64_t> read_whole_number(Node const& node, std::int64_t lowest, std::int64_t highest)
{
    std::string const expected = fmt::format("a whole number from {} to {}", lowest, highest);
    if (!node.is_scalar() || node.quoted)
        return {{}, {described(node) + " is not a bare number", expected}};
    auto const decimal = read_decimal(node.text);
    if (!decimal.value) return {{}, {decimal.mistake.what, expected, decimal.mistake.hint}};
    std::string const& text = *decimal.value;
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const in_range = error == std::errc{} && number >= lowest && number <= highest;
    if (end != text.data() + text.size())
        return {{}, {shown(node.text) + " is not whole", expected}};
    if (!in_range) return {{}, {shown(node.text) + " is out of range", expected}};
    return {number};
}

Reading<Value> read_quantity(std::string_view text, Dimension dimension)
{
    NumberAndUnit const parts = split(text);
    auto const number = read_decimal(parts.number);
    if (!number.value) return {{}, number.mistake};
    if (!parts.well_spaced)
        return {{}, {shown(text) + " has more than one space", "one space before the unit"}};
    for (Unit const& unit : units_of(dimension))
    {
        if (unit.text != parts.unit) continue;
        auto const amount = in_program_unit(*number.value, unit);
        if (!amount) return {{}, {shown(text) + " is out of reach", "a smaller number"}};
        return {Value{number_with(*number.value, unit), *amount, unit.currency, &unit}};
    }
    return {{}, wrong_unit(parts, dimension)};
}

Reading<Value> read_value(Node const& node, Declared const& declared)
{
    if (!node.is_scalar())
        return {{}, {described(node) + " instead of a value", expected_text(declared)}};
    if (declared.dimension == Dimension::word) return read_word(node, declared);
    if (declared.dimension == Dimension::truth) return read_truth(node, declared);
    if (node.quoted)
        return {{},
                {described(node) + " is not a number", expected_text(declared),
                 "leave the quotes out"}};
    Reading<Value> reading = read_quantity(node.text, declared.dimension);
    if (!reading.value)
    {
        if (reading.mistake.expected == "a decimal number")
            reading.mistake.expected = expected_text(declared);
        return reading;
    }
    Value const& value = *reading.value;
    bool const fits =
        value.currency != Currency::rouble ||
        (value.amount >= declared.range.lowest && value.amount <= declared.range.highest);
    if (fits) return reading;
    bool const below = value.amount < declared.range.lowest;
    return {{},
            {fmt::format("{} is {} the range", shown(value.text), below ? "below" : "above"),
             range_in_own_unit(declared.range, value)}};
}

std::string expected_text(Declared const& declared)
{
    if (declared.dimension == Dimension::word) return "one of " + listed(declared.words);
    if (declared.dimension == Dimension::truth) return "true or false";
    Unit const& unit = units_of(declared.dimension).front();
    std::string const units = units_text(declared.dimension);
    return fmt::format("a number from {} ({})", range_text(declared.range, unit), units);
}

std::string range_text(Range const& range, Unit const& unit)
{
    return fmt::format("{} to {}", number_text(in_unit(range.lowest, unit)),
                       number_with(number_text(in_unit(range.highest, unit)), unit));
}

std::string number_text(double number)
{
    bool const plain = number == 0.0 || (std::abs(number) >= 1e-5 && std::abs(number) < 1e15);
    // Twelve digits hide the last bit of a conversion such as from months to years.
    if (!plain) return fmt::format("{}", number);
    std::string text = fmt::format("{:.12g}", number);
    return text.find('e') == std::string::npos ? text : fmt::format("{:.0f}", number);
}

std::string units_text(Dimension dimension)
{
    std::vector<std::string> names;
    for (Unit const& unit : units_of(dimension))
        names.emplace_back(unit.text.empty() ? "no unit" : unit.text);
    return listed(names, "or");
}
}  // namespace kochmon
