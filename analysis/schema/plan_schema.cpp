// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "analysis/design/plan_keys.hpp"
#include "analysis/schema/schema.hpp"
#include "analysis/schema/value_schema.hpp"

namespace kochmon
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr std::int64_t many = 1'000'000'000;

Json text()
{
    return {{"type", "string"}, {"minLength", 1}};
}

Json one_of_words(std::vector<std::string> const& words)
{
    return {{"enum", words}};
}

Json list_of(Json const& item)
{
    return {{"type", "array"}, {"minItems", 1}, {"items", item}};
}

Json one_or_list_of(Json const& item)
{
    return {{"anyOf", {item, list_of(item)}}};
}

Json name()
{
    return {{"type", "string"}, {"pattern", "^[a-z0-9][a-z0-9-]*$"}};
}

/// With what the program says of each key.
Json described(PlanMap map, Json properties)
{
    for (PlanKey const& key : plan_keys())
    {
        if (key.map != map) continue;
        Json& property = properties[std::string(key.name)];
        property["description"] = fmt::format("{}. Takes {}", key.meaning, key.takes);
    }
    return properties;
}

Json paths(Declarations const& declarations, bool levers_alone)
{
    std::vector<std::string> names;
    for (auto const& [path, declared] : declarations.parameters())
        if (!levers_alone || declared.use == Use::lever) names.push_back(path);
    return one_of_words(names);
}

class PlanSchema
{
  public:
    explicit PlanSchema(Declarations const& declarations) : declarations_(declarations) {}

    Json schema() const
    {
        Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                       {"$id", "https://kochmon.example.org/schema/sweep.json"},
                       {"title", "The plan of a sweep of Kochmon"}};
        schema.update(
            map_schema(described(PlanMap::plan, of_a_plan()), {"schema", "sweep", "base"}));
        schema["$defs"] = {
            {"value", {{"type", {"number", "string", "boolean"}}}},
            {"range", range()},
            {"values",
             {{"anyOf", {list_of({{"$ref", "#/$defs/value"}}), {{"$ref", "#/$defs/range"}}}}}}};
        return schema;
    }

  private:
    Json of_a_plan() const
    {
        Json persons = whole_number_schema(1, many);
        persons["anyOf"].push_back({{"const", "full"}});
        Json const any_map = {{"type", "object"}};
        Json factors = any_map;
        factors["additionalProperties"] = factor();
        return {{"schema", {{"const", 1}}},
                {"sweep", name()},
                {"base", text()},
                {"persons", persons},
                {"months", whole_number_schema(1, many)},
                {"seed", whole_number_schema(0, many * 5)},
                {"population_seed", whole_number_schema(0, many * 5)},
                {"set", any_map},
                {"replicates", whole_number_schema(1, many)},
                {"population_seeds", whole_number_schema(1, many)},
                {"vary", factors},
                {"assumptions", {{"anyOf", {{{"const", "all"}}, list_of(text())}}}},
                {"spread", {{"type", "number"}, {"exclusiveMinimum", 1}}},
                {"design", one_of_words({"list", "grid", "one_at_a_time", "latin_hypercube",
                                         "sobol", "morris", "saltelli"})},
                {"points", whole_number_schema(1, many)},
                {"design_seed", whole_number_schema(0, many * 5)},
                {"compare_to", one_of_words({"base", "none"})},
                {"keep",
                 map_schema(described(PlanMap::keep,
                                      {{"measures", list_of(text())},
                                       {"by", list_of(text())},
                                       {"months", one_of_words({"monthly", "yearly", "last"})}}),
                            {})}};
    }

    /// Of a lever, of policies, of accepted sets, or of a key.
    Json factor() const
    {
        Json const values = {{"$ref", "#/$defs/values"}};
        Json lever = map_schema(
            described(PlanMap::lever, {{"lever", one_or_list_of(paths(declarations_, true))},
                                       {"set", values},
                                       {"scale", values},
                                       {"add", values},
                                       {"from", month_schema()},
                                       {"until", month_schema()},
                                       {"ramp", duration_schema()},
                                       {"group", {{"type", "object"}}}}),
            {"lever", "from"});
        Json const policies =
            map_schema(described(PlanMap::policies, {{"policies", list_of(text())}}), {"policies"});
        Json const sets = map_schema(
            described(PlanMap::sets, {{"calibration", text()}, {"sets", list_of(text())}}),
            {"calibration"});
        Json const key = map_schema(
            described(PlanMap::key,
                      {{"key", one_or_list_of(paths(declarations_, false))}, {"values", values}}),
            {"key", "values"});
        return {{"anyOf", {lever, policies, sets, key}}};
    }

    static Json range()
    {
        Json const value = {{"$ref", "#/$defs/value"}};
        return map_schema(
            described(PlanMap::range,
                      {{"low", value},
                       {"high", value},
                       {"steps", whole_number_schema(2, many)},
                       {"shape", one_of_words({"uniform", "log_uniform", "triangular", "normal"})},
                       {"middle", value}}),
            {"low", "high"});
    }

    Declarations const& declarations_;
};
}  // namespace

Json schema_of_plans(Declarations const& declarations)
{
    return PlanSchema(declarations).schema();
}
}  // namespace kochmon
