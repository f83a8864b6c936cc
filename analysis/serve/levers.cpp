// SPDX-License-Identifier: MIT
#include "analysis/serve/levers.hpp"

#include "config/in_force.hpp"
#include "config/parameter_texts.hpp"
#include "config/quantity.hpp"
#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
Json groups_in_json(Declared const& declared)
{
    Json groups = Json::array();
    for (GroupDimension const& group : declared.groups)
    {
        Json one = Json::object();
        one["name"] = group.name;
        one["names"] = group.names;
        groups.push_back(one);
    }
    return groups;
}

std::vector<std::string> choices_of(Declared const& declared)
{
    if (declared.dimension == Dimension::truth) return {"true", "false"};
    return declared.words;
}
}  // namespace

Json levers_as_json(Declarations const& declarations, Scenario const& base)
{
    ResolvedScenario const& content = base.content();
    Json levers = Json::array();
    for (auto const& [path, declared] : declarations.parameters())
    {
        if (declared.use != Use::lever) continue;
        StatedValues const& stated = content.stated[content.parameter_at.at(path)];
        Json one = Json::object();
        one["path"] = path;
        one["meaning"] = declared.meaning;
        one["units"] = is_quantity(declared) ? units_text(declared) : "";
        one["range"] = range_of(declared);
        one["choices"] = choices_of(declared);
        one["groups"] = groups_in_json(declared);
        one["value"] = short_values(stated);
        one["source"] = sources_of(stated);
        one["in_january"] = declared.in_january;
        one["in_force"] = in_force_texts(declarations, declared);
        levers.push_back(one);
    }
    return levers;
}
}  // namespace kochmon
