// SPDX-License-Identifier: MIT
#include <array>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "config/outline.hpp"
#include "config/settings.hpp"

#include "analysis/schema/schema.hpp"
#include "analysis/schema/value_schema.hpp"

namespace kochmon
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr std::int64_t most_persons = 1'000'000'000;
constexpr std::int64_t largest_seed = std::numeric_limits<std::uint32_t>::max();

Json text_with(std::string const& description)
{
    return {{"type", "string"}, {"minLength", 1}, {"description", description}};
}

/// Parts that many parameters share, each written once.
class Shared
{
  public:
    Json reference(Json const& part)
    {
        auto const [at, is_new] =
            names_.emplace(part.dump(), fmt::format("value_{}", names_.size() + 1));
        if (is_new) parts_[at->second] = part;
        return {{"$ref", fmt::format("#/$defs/{}", at->second)}};
    }
    void add(std::string const& name, Json part) { parts_[name] = std::move(part); }
    Json const& parts() const { return parts_; }

  private:
    std::map<std::string, std::string> names_;
    Json parts_ = Json::object();
};

class ScenarioSchema
{
  public:
    explicit ScenarioSchema(Declarations const& declarations)
        : declarations_(declarations), outline_(declarations)
    {
    }

    Json of_scenarios()
    {
        Json schema = headed("scenario", "A scenario of Kochmon, or a policy over one");
        schema.update(group(outline_.root()));
        schema["required"] = {"schema", "scenario"};
        schema["if"] = {{"not", {{"required", {"base"}}}}};
        schema["then"] = whole(outline_.root());
        schema["$defs"] = shared_.parts();
        return schema;
    }

    Json of_policies()
    {
        Json schema = headed("policy", "A policy of Kochmon: shocks over a base");
        Json properties = Json::object();
        for (char const* const key :
             {"schema", "scenario", "base", "include", "policies", "shocks"})
            properties[key] = setting(*outline_.find(key));
        schema.update(map_schema(properties, {"schema", "scenario"}));
        schema["$defs"] = shared_.parts();
        return schema;
    }

  private:
    static Json headed(std::string const& name, std::string const& title)
    {
        Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
        schema["$id"] = fmt::format("https://kochmon.example.org/schema/{}.json", name);
        schema["title"] = title;
        return schema;
    }

    Json group(Branch const& branch)
    {
        Json properties = Json::object();
        for (Branch const& child : branch.children) properties[child.name] = one(child);
        return map_schema(properties, {});
    }

    Json one(Branch const& branch)
    {
        switch (branch.kind)
        {
            case Branch::Kind::group:
                return group(branch);
            case Branch::Kind::parameter:
                return parameter(declarations_.parameters()[branch.index].declared);
            case Branch::Kind::table:
                return map_schema({{"file", text_with("A CSV file, relative to this one")}},
                                  {"file"});
            default:
                return setting(branch);
        }
    }

    Json parameter(Declared const& declared)
    {
        Json schema = {{"description", description_of(declared)}};
        schema.update(shared_.reference(value_schema(declared)));
        return schema;
    }

    // What the program reads itself.
    Json setting(Branch const& branch)
    {
        std::string const& path = branch.path;
        if (path == "schema") return {{"const", 1}, {"description", "Form of the file"}};
        if (path == "scenario")
            return {{"type", "string"},
                    {"pattern", "^[a-z0-9][a-z0-9-]{0,99}$"},
                    {"description", "The name in every output"}};
        if (path == "base")
            return text_with("The scenario that this one differs from, relative to this file");
        if (path == "corridor") return text_with("The file of the corridor, relative to this one");
        if (path == "time.start") return month_schema();
        if (path == "time.warm_up") return duration_schema();
        if (path == "time.months") return whole_number_schema(1, longest_run);
        if (path == "population.persons")
        {
            Json persons = whole_number_schema(1, most_persons);
            persons["anyOf"].push_back({{"const", "full"}});
            persons["description"] = "Agents, or full: one per person";
            return persons;
        }
        if (path.ends_with("seed")) return whole_number_schema(0, largest_seed);
        Json items = {{"type", "array"}};
        items["items"] = path == "shocks" ? shock() : text_with("A policy, relative to this file");
        return items;
    }

    Json shock()
    {
        Json levers = Json::array();
        Json values = Json::array();
        for (auto const& [path, declared] : declarations_.parameters())
        {
            if (declared.use != Use::lever) continue;
            levers.push_back(path);
            values.push_back(
                {{"if", {{"properties", {{"lever", {{"const", path}}}}}, {"required", {"lever"}}}},
                 {"then",
                  {{"properties", {{"set", shared_.reference(bare_value_schema(declared))}}}}}});
        }
        Json const any = {{"type", {"number", "string"}}};
        Json properties = {
            {"lever", {{"enum", levers}, {"description", "Path of the value that is moved"}}},
            {"set", {{"description", "The value from then on"}}},
            {"scale", {{"type", "number"}, {"description", "By what the value is multiplied"}}},
            {"add", any},
            {"from", month_schema()},
            {"until", month_schema()},
            {"ramp", duration_schema()},
            {"group", groups()},
            {"source", text_with("Where the change comes from")}};
        properties["add"]["description"] = "What is added to the value";
        properties["from"]["description"] = "First month of the change";
        properties["until"]["description"] =
            "The month before which it ends; it stays if not given";
        properties["ramp"]["description"] = "Time in which it is reached";
        Json schema = map_schema(properties, {"lever", "from"});
        schema["oneOf"] = Json::array();
        for (char const* const amount : {"set", "scale", "add"})
            schema["oneOf"].push_back({{"required", {amount}}});
        schema["allOf"] = values;
        return schema;
    }

    // Of all levers together: which one allows which, the program says.
    Json groups() const
    {
        Json properties = Json::object();
        for (auto const& [path, declared] : declarations_.parameters())
            for (GroupDimension const& dimension : declared.groups)
                properties[dimension.name] = {
                    {"type", "array"}, {"minItems", 1}, {"items", {{"enum", dimension.names}}}};
        Json schema = map_schema(properties, {});
        schema["description"] = "For whom, where the lever allows it";
        return schema;
    }

    /// That every key is there which has no default.
    static Json whole(Branch const& branch)
    {
        Json required = Json::array();
        Json properties = Json::object();
        for (Branch const& child : branch.children)
        {
            if (child.is_optional) continue;
            required.push_back(child.name);
            if (child.is_group()) properties[child.name] = whole(child);
        }
        Json schema = {{"required", required}};
        if (!properties.empty()) schema["properties"] = properties;
        return schema;
    }

    Declarations const& declarations_;
    Outline outline_;
    Shared shared_;
};
}  // namespace

Json schema_of_scenarios(Declarations const& declarations)
{
    return ScenarioSchema(declarations).of_scenarios();
}

Json schema_of_policies(Declarations const& declarations)
{
    return ScenarioSchema(declarations).of_policies();
}
}  // namespace kochmon
