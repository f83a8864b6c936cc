// SPDX-License-Identifier: MIT
#include "config/quantity.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "config/decimal.hpp"
#include "config/diagnostics.hpp"
#include "config/mistyped_number.hpp"
#include "config/mistyped_quantity.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
/// `1e-2` is put to the digits of a percentage, so that 25 % and 0.25 are the same bits.
std::optional<double> in_program_unit(std::string const& number, Unit const& unit)
{
    auto const read = nearest_double(unit.is_percent ? number + "e-2" : number);
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

Mistake wrong_unit(NumberAndUnit const& parts, Declared const& declared)
{
    std::string const expected = units_text(declared);
    if (parts.unit.empty()) return {shown(parts.number) + " has no unit", expected};
    bool const parts_thousands = parts.unit.front() >= '0' && parts.unit.front() <= '9';
    if (parts_thousands)
        return {
            "a space within the number of " + shown(fmt::format("{} {}", parts.number, parts.unit)),
            "a number without spaces, then " + expected};
    return {"wrong unit " + shown(parts.unit), expected};
}

Mistake unread(std::string_view text, NumberAndUnit const& parts, Declared const& declared)
{
    auto const number = read_decimal(parts.number);
    if (!number.value) return number.mistake;
    if (is_negative_zero(parts.number)) return {shown(text) + " has a sign", "0 without a sign"};
    if (!parts.well_spaced)
        return {shown(text) + " has more than one space", "one space before the unit"};
    return wrong_unit(parts, declared);
}

/// A share without unit that would fit as a percentage.
std::string meant_percent(Range const& range, Value const& value)
{
    bool const is_bare = value.unit != nullptr && value.unit->text.empty();
    double const hundredth = value.amount / 100.0;
    if (!is_bare || hundredth < range.lowest || hundredth > range.highest) return {};
    return fmt::format("write {} if percent are meant", proposed(value.text + " %"));
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

/// What other programs and languages write for true and false.
std::string meant_truth(std::string const& text)
{
    std::string const name = as_name(text);
    for (std::string_view const word : {"true", "yes", "on", "y", "1", "да"})
        if (name == word) return "write 'true'";
    for (std::string_view const word : {"false", "no", "off", "n", "0", "нет"})
        if (name == word) return "write 'false'";
    return did_you_mean(closest(text, {"true", "false"}));
}

Reading<Value> read_truth(Node const& node, Declared const& declared)
{
    bool const is_true = node.text == "true";
    if (node.quoted)
        return {{},
                {described(node) + " is neither true nor false", expected_text(declared),
                 is_true || node.text == "false" ? "leave the quotes out" : std::string{}}};
    if (!is_true && node.text != "false")
        return {{},
                {described(node) + " is neither true nor false", expected_text(declared),
                 meant_truth(node.text)}};
    return {Value{.text = node.text, .amount = is_true ? 1.0 : 0.0}};
}
}  // namespace

Reading<Value> read_quantity(std::string_view text, Declared const& declared)
{
    NumberAndUnit const parts = split(text);
    auto const number = plain_decimal(parts.number);
    bool const is_sound = number && parts.well_spaced && !is_negative_zero(parts.number) &&
                          parts.number.size() <= longest_number;
    for (Unit const& unit : units_of(declared))
    {
        if (!is_sound || unit.text != parts.unit) continue;
        auto const amount = in_program_unit(*number, unit);
        if (!amount) return {{}, {shown(text) + " is out of reach", "a smaller number"}};
        if (counts_persons(declared.dimension) && number->find('.') != std::string::npos)
            return {{},
                    {shown(text) + " has a fraction", "whole " + std::string(unit.text),
                     meant_quantity(text, declared)}};
        return {Value{number_with(*number, unit), *amount, unit.currency, &unit}};
    }
    Mistake mistake = unread(text, parts, declared);
    if (std::string meant = meant_quantity(text, declared); !meant.empty())
        mistake.hint = std::move(meant);
    return {{}, std::move(mistake)};
}

Reading<Value> read_quantity(std::string_view text, Dimension dimension)
{
    EXPECT(!is_money(dimension));
    return read_quantity(text, Declared{.dimension = dimension});
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
    Reading<Value> reading = read_quantity(node.text, declared);
    if (!reading.value)
    {
        if (reading.mistake.expected == "a decimal number")
            reading.mistake.expected = expected_text(declared);
        return reading;
    }
    Value const& value = *reading.value;
    bool const fits = value.currency != Currency::base || (value.amount >= declared.range.lowest &&
                                                           value.amount <= declared.range.highest);
    if (fits) return reading;
    bool const below = value.amount < declared.range.lowest;
    return {{},
            {fmt::format("{} is {} the range", shown(value.text), below ? "below" : "above"),
             range_text(declared.range, *value.unit), meant_percent(declared.range, value)}};
}

std::string expected_text(Declared const& declared)
{
    if (declared.dimension == Dimension::word) return "one of " + listed(declared.words);
    if (declared.dimension == Dimension::truth) return "true or false";
    Unit const& unit = units_of(declared).front();
    std::string const units = units_text(declared);
    return fmt::format("a number from {} ({})", range_text(declared.range, unit), units);
}

std::string range_text(Range const& range, Unit const& unit)
{
    return fmt::format("{} to {}", number_text(in_unit(range.lowest, unit)),
                       number_with(number_text(in_unit(range.highest, unit)), unit));
}

std::string units_text(Declared const& declared)
{
    std::vector<std::string> names;
    for (Unit const& unit : units_of(declared))
        names.emplace_back(unit.text.empty() ? "no unit" : unit.text);
    return listed(names, "or");
}
}  // namespace kochmon
