// SPDX-License-Identifier: MIT
#include "config/corridor_names.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/languages.hpp"
#include "config/node.hpp"
#include "config/strict_map.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::vector<std::string> known_languages()
{
    return {languages_of_reports.begin(), languages_of_reports.end()};
}

std::vector<std::string> named_in(Corridor const& corridor)
{
    std::vector<std::string> names = corridor.country_names();
    for (auto const* const more : {&corridor.region_names(), &corridor.jurisdiction_names()})
        names.insert(names.end(), more->begin(), more->end());
    for (Place const destination : corridor.destinations())
        names.push_back(corridor.name_of(destination));
    return names;
}

/// What `names` may name beside places: the language, those with and those without it.
std::vector<std::string> of_the_language(Corridor const& corridor)
{
    std::string const& language = corridor.language();
    return {language, "with_" + language, "without_" + language};
}

struct Section
{
    char const* key;
    std::vector<std::string> known;
    char const* expected;
};

/// The sound entries of a section: a map whose keys are names of the corridor.
std::vector<Node::Entry> entries_of(Node const& file, Section const& section,
                                    Diagnostics& diagnostics)
{
    Node const* const found = file.find(section.key);
    if (found == nullptr) return {};
    Node const alone{.kind = Node::Kind::map,
                     .place = found->place,
                     .entries = {{section.key, found->place, *found}}};
    std::vector<Node::Entry> sound;
    StrictMap const map(alone, "", {section.key}, diagnostics);
    for (Node::Entry const& entry : map.entries(section.key))
        if (std::ranges::find(section.known, entry.key) != section.known.end())
            sound.push_back(entry);
        else
            diagnostics.report(entry.place, fmt::format("{}.{}", section.key, entry.key),
                               {"is no name of this corridor", section.expected,
                                did_you_mean(closest(entry.key, section.known))});
    return sound;
}

/// Degrees. A mistake is reported.
double degrees(StrictMap const& map, char const* key, double most)
{
    double const value = map.number(key);
    if (value < -most || value > most)
        map.report(key, {fmt::format("{} is no angle on the earth", value),
                         fmt::format("{} to {} degrees", -most, most)});
    return value;
}
}  // namespace

void read_names(Node const& file, Corridor& corridor, Diagnostics& diagnostics)
{
    Section section{"names", named_in(corridor),
                    "a country, a region, a jurisdiction, a destination or the language, with "
                    "with_ or without_ before it for those who have it or not"};
    for (std::string const& word : of_the_language(corridor)) section.known.push_back(word);
    for (Node::Entry const& entry : entries_of(file, section, diagnostics))
    {
        StrictMap const map(entry.value, "names." + entry.key, known_languages(), diagnostics);
        for (std::string const& language : known_languages())
            if (language == known_languages().front() || map.has(language))
                corridor.call(entry.key, language, map.text(language));
    }
}

void read_positions(Node const& file, Corridor& corridor, Diagnostics& diagnostics)
{
    Section section{"positions", corridor.region_names(), "a region or a destination"};
    for (Place const destination : corridor.destinations())
        section.known.push_back(corridor.name_of(destination));
    for (Node::Entry const& entry : entries_of(file, section, diagnostics))
    {
        StrictMap const map(entry.value, "positions." + entry.key, {"east", "north"}, diagnostics);
        corridor.place_at(entry.key, {degrees(map, "east", 180.0), degrees(map, "north", 90.0)});
    }
}
}  // namespace kochmon
