// SPDX-License-Identifier: MIT
#include "analysis/schema/value_schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/parameter_texts.hpp"
#include "config/units.hpp"

namespace kochmon
{
namespace
{
using Json = nlohmann::ordered_json;

// Digits parted by `_` are a text to many readers of YAML.
constexpr char digits_with_gaps[] = "-?[1-9][0-9]*(_[0-9]+)+(\\.[0-9]+)?";

/// A decimal number; none below zero where the range has none.
std::string number_pattern(Range const& range)
{
    return fmt::format("{}(0|[1-9][0-9]*(_[0-9]+)*)(\\.[0-9]+)?", range.lowest < 0.0 ? "-?" : "");
}

/// Every sign of a text as itself; before % there may be no space.
std::string literal(std::string const& text)
{
    std::string pattern = text.starts_with('%') ? " ?" : " ";
    for (char const sign : text)
    {
        if (std::string_view("\\^$.|?*+()[]{}").find(sign) != std::string_view::npos)
            pattern += '\\';
        pattern += sign;
    }
    return pattern;
}

Json text_schema(std::string const& pattern)
{
    return {{"type", "string"}, {"pattern", fmt::format("^{}$", pattern)}};
}

Json number_schema(Declared const& declared)
{
    Json number = {{"type", declared.whole ? "integer" : "number"}};
    number["minimum"] = declared.range.lowest;
    number["maximum"] = declared.range.highest;
    return number;
}

Json quantity_schema(Declared const& declared)
{
    Json ways = Json::array();
    std::vector<std::string> units;
    for (Unit const& unit : units_of(declared))
    {
        if (!unit.text.empty()) units.push_back(literal(unit.text));
        if (unit.text.empty()) ways = {number_schema(declared), text_schema(digits_with_gaps)};
    }
    if (!units.empty())
        ways.push_back(text_schema(
            fmt::format("{}({})", number_pattern(declared.range), fmt::join(units, "|"))));
    return ways.size() == 1 ? ways.front() : Json{{"anyOf", ways}};
}

Json source_schema()
{
    return {{"type", "string"},
            {"minLength", 1},
            {"description",
             "Where the value comes from: an F or S id, a free citation, or assumption"}};
}
}  // namespace

Json month_schema()
{
    return {{"type", "string"},
            {"pattern", "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"},
            {"description", "A month such as 2010-01"}};
}

Json whole_number_schema(std::int64_t lowest, std::int64_t highest)
{
    Json const number = {{"type", "integer"}, {"minimum", lowest}, {"maximum", highest}};
    return {{"anyOf", {number, text_schema(digits_with_gaps)}}};
}

Json duration_schema()
{
    Declared declared;
    declared.dimension = Dimension::months;
    declared.currencies = std::make_shared<Currencies const>();
    return bare_value_schema(declared);
}

Json map_schema(Json properties, std::vector<std::string> const& required)
{
    Json map = {{"type", "object"}};
    map["properties"] = std::move(properties);
    if (!required.empty()) map["required"] = required;
    map["additionalProperties"] = false;
    return map;
}

Json bare_value_schema(Declared const& declared)
{
    if (declared.dimension == Dimension::truth) return {{"type", "boolean"}};
    if (declared.dimension == Dimension::word) return {{"enum", declared.words}};
    return quantity_schema(declared);
}

Json value_schema(Declared const& declared)
{
    Json const value = bare_value_schema(declared);
    Json ways = Json::array();
    ways.push_back(value);
    ways.push_back(map_schema({{"value", value}, {"source", source_schema()}}, {"value"}));
    if (declared.use == Use::fixed) return {{"anyOf", ways}};
    Json const dated =
        map_schema({{"from", month_schema()}, {"value", value}, {"source", source_schema()}},
                   {"from", "value"});
    ways.push_back({{"type", "array"}, {"minItems", 1}, {"items", dated}});
    Json const text = {{"type", "string"}, {"minLength", 1}};
    ways.push_back(
        map_schema({{"file", text}, {"column", text}, {"unit", text}, {"source", source_schema()}},
                   {"file", "column"}));
    return {{"anyOf", ways}};
}

std::string description_of(Declared const& declared)
{
    std::string text = declared.meaning;
    if (!is_quantity(declared)) return text;
    std::string const unit = unit_of(declared);
    text += fmt::format(". {}{}", range_of(declared), unit.empty() ? "" : ", in " + unit);
    if (declared.use == Use::lever) text += ". A lever: shocks may move it";
    return text;
}
}  // namespace kochmon
