// SPDX-License-Identifier: MIT
#include "analysis/commands/explain_json.hpp"

#include <nlohmann/json.hpp>

#include "config/assumptions.hpp"
#include "config/explain.hpp"
#include "config/in_force.hpp"
#include "config/outline.hpp"
#include "config/parameter_texts.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"
#include "config/value_path.hpp"

namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;

OrderedJson values_in_json(StatedValues const& stated)
{
    OrderedJson values = OrderedJson::array();
    for (DatedValue const& one : stated.values)
    {
        OrderedJson value = {{"value", one.value.text}, {"source", one.source}};
        if (stated.is_dated) value["from"] = one.from.text();
        values.push_back(value);
    }
    return values;
}

OrderedJson parameter_in_json(Declarations::Parameter const& parameter,
                              Declarations const& declarations, Scenario const* scenario)
{
    Declared const& declared = parameter.declared;
    OrderedJson json = {{"path", parameter.path},
                        {"kind", use_of(declared)},
                        {"meaning", declared.meaning},
                        {"unit", is_quantity(declared) ? unit_of(declared) : ""},
                        {"units", is_quantity(declared) ? units_text(declared) : ""},
                        {"range", range_of(declared)},
                        {"groups", groups_of(declared)},
                        {"in_force", in_force_texts(declarations, declared)}};
    if (scenario == nullptr) return json;
    ResolvedScenario const& content = scenario->content();
    std::size_t const at = content.parameter_at.at(parameter.path);
    json["values"] = values_in_json(content.stated[at]);
    OrderedJson shocks = OrderedJson::array();
    for (Shock const& shock : content.shocks)
        if (shock.parameter == at) shocks.push_back(shock_text(shock, content.declarations));
    json["shocks"] = shocks;
    json["months"] = value_path(content, at);
    return json;
}

OrderedJson leaf_in_json(Branch const& leaf, Declarations const& declarations,
                         Scenario const* scenario)
{
    if (leaf.kind == Branch::Kind::parameter)
        return parameter_in_json(declarations.parameters()[leaf.index], declarations, scenario);
    if (leaf.kind == Branch::Kind::setting)
        return {{"path", leaf.path}, {"kind", "setting"}, {"meaning", "a setting of the run"}};
    TableDeclared const& declared = declarations.tables()[leaf.index].declared;
    OrderedJson json = {{"path", leaf.path},
                        {"kind", "table"},
                        {"meaning", declared.meaning},
                        {"columns", columns_of(declared)}};
    if (scenario != nullptr) json["rows"] = scenario->table(leaf.path).rows();
    return json;
}

char const* kind_of(Assumption::Of what)
{
    switch (what)
    {
        case Assumption::Of::parameter:
            return "parameter";
        case Assumption::Of::table:
            return "table";
        case Assumption::Of::shock:
            return "shock";
    }
    return "";
}
}  // namespace

std::string assumptions_as_json(Scenario const& scenario)
{
    OrderedJson list = OrderedJson::array();
    for (Assumption const& one : assumptions_of(scenario.content().declarations, scenario))
        list.push_back({{"kind", kind_of(one.of)},
                        {"path", one.path},
                        {"value", one.value},
                        {"range", one.range},
                        {"meaning", one.meaning},
                        {"remark", one.remark}});
    OrderedJson const json = {{"assumptions", list}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::string explained_as_json(Declarations const& declarations, Scenario const* scenario,
                              std::string const& path)
{
    Outline const outline(declarations);
    Branch const* const branch = outline.find(path);
    if (branch == nullptr) explain_parameter(declarations, scenario, path);  // says what is near
    OrderedJson json;
    if (!branch->is_group())
        json = leaf_in_json(*branch, declarations, scenario);
    else
    {
        json["path"] = path;
        json["keys"] = OrderedJson::array();
        for (std::string const& leaf : leaves_below(*branch))
            json["keys"].push_back(leaf_in_json(*outline.find(leaf), declarations, scenario));
    }
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}
}  // namespace kochmon
