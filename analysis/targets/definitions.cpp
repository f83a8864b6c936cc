// SPDX-License-Identifier: MIT
#include "analysis/targets/definitions.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
/// `Batken, Osh city and Talas`
std::string listed_in_words(std::vector<std::string> const& names, Corridor const& corridor)
{
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at)
        text += (at == 0                  ? ""
                 : at + 1 == names.size() ? " and "
                                          : ", ") +
                corridor.called(names[at], "en");
    return text;
}

std::vector<std::string> names_of(std::optional<Regions> const& regions, Corridor const& corridor)
{
    std::vector<std::string> names;
    if (regions)
        for (Region const region : *regions) names.push_back(corridor.name_of(region));
    return names;
}

std::string after(char const* word, std::string const& names)
{
    return names.empty() ? names : fmt::format(" {} {}", word, names);
}

std::string text_of(TargetKind const& kind, std::string const& from, std::string const& in,
                    Corridor const& corridor)
{
    std::string const main = corridor.jurisdictions().size() == 0 ? "" : corridor.main_title();
    return fmt::format(fmt::runtime(kind.definition), fmt::arg("from", after("from", from)),
                       fmt::arg("in", after("in", in)), fmt::arg("to", after("to", in)),
                       fmt::arg("main", main));
}
}  // namespace

std::optional<double> TargetDefinition::measure(TargetEvidence const& evidence,
                                                PairedMonths const& paired, double weight) const
{
    return kind->measure({evidence, paired, persons, weight});
}

Places destinations_named(std::string const& name, Corridor const& corridor)
{
    Places found;
    std::optional<Jurisdiction> const where = corridor.jurisdiction_named(name);
    for (Place const place : corridor.destinations())
        if (where ? jurisdiction_of(place) == *where : corridor.name_of(place) == name)
            found.add(place);
    return found;
}

TargetDefinition defined(TargetKind const& kind, std::string const& from,
                         std::vector<std::string> const& in, Corridor const& corridor)
{
    TargetDefinition definition{.kind = &kind};
    if (!from.empty()) definition.persons.from = corridor.group(from).value_or(Regions());
    if (!in.empty())
    {
        Places places;
        for (std::string const& name : in)
            for (Place const place : destinations_named(name, corridor)) places.add(place);
        definition.persons.in = places;
    }
    bool const is_money = kind.unit == "money" && !corridor.currencies().list().empty();
    definition.unit = is_money ? corridor.currencies().base().code : kind.unit;
    definition.text =
        text_of(kind, listed_in_words(names_of(definition.persons.from, corridor), corridor),
                listed_in_words(in, corridor), corridor);
    return definition;
}
}  // namespace kochmon
