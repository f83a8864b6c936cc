// SPDX-License-Identifier: MIT
#include "config/corridor_file.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "config/corridor_names.hpp"
#include "config/currencies_file.hpp"
#include "config/diagnostics.hpp"
#include "config/document.hpp"
#include "config/files.hpp"
#include "config/joined_policies.hpp"
#include "config/settings.hpp"
#include "config/strict_map.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_chain = 100;  // of bases

/// What keys of a scenario may be made of.
bool is_key(std::string const& name)
{
    return !name.empty() && name.size() <= longest_name && name.front() >= 'a' &&
           name.front() <= 'z' &&
           std::ranges::all_of(name,
                               [](char letter) {
                                   return (letter >= 'a' && letter <= 'z') ||
                                          (letter >= '0' && letter <= '9') || letter == '_';
                               });
}

/// What may be named, and how often.
struct Kind
{
    char const* one;
    char const* several;
    std::size_t most;
    std::set<std::string> taken = {};
};

class CorridorReader
{
  public:
    CorridorReader(Node const& root, Diagnostics& diagnostics)
        : root_(root),
          diagnostics_(diagnostics),
          map_(root, "",
               {"schema", "corridor", "countries", "jurisdictions", "language", "adjective",
                "currencies", "names", "positions"},
               diagnostics)
    {
        check_schema(root);
    }

    Corridor read()
    {
        Corridor corridor(name());
        for (Node::Entry const& country : named_once("countries", countries_))
            read_country(corridor, country);
        for (Node::Entry const& where : named_once("jurisdictions", jurisdictions_))
            read_jurisdiction(corridor, where);
        if (diagnostics_.count() == 0 && !corridor.has_whole_law(main_jurisdiction))
            map_.report("jurisdictions", {"the law of the first is not whole", "law: whole"});
        if (corridor.with_whole_law().size() > 1)
            map_.report("jurisdictions", {"a second law is whole", "one, that of the first",
                                          "those who are naturalized are citizens of the first"});
        corridor.name_language(word("language"), word("adjective"));
        corridor.name_currencies(read_currencies(map_, diagnostics_));
        check_shared_names(corridor);
        read_names(root_, corridor, diagnostics_);
        read_positions(root_, corridor, diagnostics_);
        return corridor;
    }

  private:
    void check_schema(Node const& root)
    {
        Node const* const schema = root.find("schema");
        if (schema == nullptr || !schema->is_scalar() || schema->quoted || schema->text != "1")
            diagnostics_.report(schema == nullptr ? root.place : schema->place, "schema",
                                {"is no schema of this program", "schema: 1"});
    }

    /// A jurisdiction may bear the name of its destination, a country that of its region; else a
    /// name would mean two things.
    void check_shared_names(Corridor const& corridor) const
    {
        for (Place const place : corridor.destinations())
            if (auto const other = corridor.jurisdiction_named(corridor.name_of(place));
                other && *other != jurisdiction_of(place))
                map_.report("jurisdictions", {shown(corridor.name_of(place)) +
                                                  " is a destination in another jurisdiction than "
                                                  "that of its name",
                                              "another name"});
        for (Region const region : corridor.regions())
            if (auto const other = corridor.country_named(corridor.name_of(region));
                other && *other != origin_country(region))
                map_.report("countries",
                            {shown(corridor.name_of(region)) +
                                 " is a region of another country than that of its name",
                             "another name"});
    }

    std::string name() const
    {
        std::string name = map_.text("corridor");
        if (!name.empty() && !is_scenario_name(name))
            map_.report("corridor",
                        {shown(name) + " is no name", "lower-case letters, digits and -"});
        return name;
    }

    std::string word(std::string const& key) const
    {
        std::string word = map_.text(key);
        if (!word.empty() && !is_key(word))
            map_.report(key, {shown(word) + " is no word of a key",
                              "a letter, then letters, digits and _, all lower-case"});
        return word;
    }

    /// Whether the name may stand for one more of its kind.
    bool takes(Kind& kind, std::string const& name, FilePlace place, std::string const& path)
    {
        Mistake mistake;
        if (!is_key(name))
            mistake = {shown(name) + " is no name of a " + kind.one,
                       "a letter, then letters, digits and _, all lower-case"};
        else if (name == "home" || name == "nowhere" || name == "total")
            mistake = {shown(name) + " has a meaning of its own", "another name"};
        else if (!kind.taken.insert(name).second)
            mistake = {shown(name) + " stands twice", "each name once"};
        else if (kind.taken.size() == kind.most + 1)
            mistake = {fmt::format("more {} than the program has room for", kind.several),
                       fmt::format("at most {}", kind.most)};
        if (!mistake.what.empty()) diagnostics_.report(place, path, mistake);
        return mistake.what.empty() && kind.taken.size() <= kind.most;
    }

    std::vector<Node::Entry> named_once(std::string const& key, Kind& kind)
    {
        std::vector<Node::Entry> sound;
        for (Node::Entry const& entry : map_.entries(key))
            if (takes(kind, entry.key, entry.place, key + '.' + entry.key)) sound.push_back(entry);
        if (sound.empty() && map_.has(key) && diagnostics_.count() == 0)
            map_.report(key, {"names nothing", fmt::format("a {} at least", kind.one)});
        return sound;
    }

    /// Names in a list.
    std::vector<std::string> names(StrictMap const& of, std::string const& key,
                                   std::string const& path, Kind& kind)
    {
        std::vector<std::string> sound;
        for (Node const& item : of.list(key))
            if (!item.is_scalar())
                diagnostics_.report(item.place, path + '.' + key,
                                    {described(item) + " instead of a name", "a name"});
            else if (takes(kind, item.text, item.place, path + '.' + key))
                sound.push_back(item.text);
        Node const* const list = of.find(key);
        if (list != nullptr && list->is_list() && list->items.empty())
            of.report(key, {"names nothing", fmt::format("a {} at least", kind.one)});
        return sound;
    }

    void read_country(Corridor& corridor, Node::Entry const& entry)
    {
        std::string const path = "countries." + entry.key;
        StrictMap const map(entry.value, path, {"regions", "has", "groups", "told_apart"},
                            diagnostics_);
        std::vector<std::string> const regions = names(map, "regions", path, regions_);
        Country const country = corridor.add_country(entry.key, regions);
        if (map.has("has")) corridor.say_what_has(country, own(map, path));
        if (map.has("groups"))
            for (Node::Entry const& group : map.entries("groups"))
                read_group(corridor, country, group, path + ".groups");
        if (map.has("told_apart")) tell_apart(corridor, country, *map.find("told_apart"), path);
    }

    /// What a country has for itself; a list without anything: nothing.
    std::vector<Own> own(StrictMap const& map, std::string const& path)
    {
        std::vector<std::string> const known(own_names.begin(), own_names.end());
        std::vector<Own> own;
        auto const report = [&](Node const& item, Mistake const& mistake)
        { diagnostics_.report(item.place, path + ".has", mistake); };
        for (Node const& item : map.list("has"))
        {
            auto const found = std::ranges::find(known, item.is_scalar() ? item.text : "");
            auto const what = static_cast<Own>(found - known.begin());
            if (!item.is_scalar())
                report(item, {described(item) + " instead of a word", listed(known, "or")});
            else if (found == known.end())
                report(item, {shown(item.text) + " is nothing that a country has",
                              listed(known, "or"), did_you_mean(closest(item.text, known))});
            else if (std::ranges::find(own, what) != own.end())
                report(item, {shown(item.text) + " stands twice", "each once"});
            else
                own.push_back(what);
        }
        return own;
    }

    void read_group(Corridor& corridor, Country country, Node::Entry const& entry,
                    std::string const& path)
    {
        Node const as_map{.kind = Node::Kind::map, .place = entry.place, .entries = {entry}};
        StrictMap const map(as_map, path, {entry.key}, diagnostics_);
        Kind members{"region", "regions", most_regions};
        Regions regions;
        if (!takes(groups_, entry.key, entry.place, path + '.' + entry.key)) return;
        for (std::string const& name : names(map, entry.key, path, members))
        {
            std::optional<Region> const region = corridor.region_named(name);
            if (region && origin_country(*region) == country)
                regions.add(*region);
            else
                map.report(entry.key,
                           {shown(name) + " is no region of that country", "regions named above",
                            did_you_mean(closest(name, corridor.region_names()))});
        }
        corridor.add_group(entry.key, regions);
    }

    void tell_apart(Corridor& corridor, Country country, Node const& node,
                    std::string const& country_path)
    {
        StrictMap const map(node, country_path + ".told_apart", {"group", "key"}, diagnostics_);
        std::string const group = map.text("group");
        std::string const key = map.text("key");
        std::optional<Regions> const regions = corridor.group(group);
        bool const is_own =
            regions && regions->size() > 0 && origin_country((*regions)[0]) == country;
        if (!group.empty() && !is_own)
            map.report("group", {shown(group) + " is no group of that country", "one of its groups",
                                 did_you_mean(closest(group, corridor.group_names()))});
        if (!key.empty() && !is_key(key))
            map.report("key", {shown(key) + " is no word of a key",
                               "a letter, then letters, digits and _, all lower-case"});
        if (is_own && !key.empty()) corridor.tell_apart(country, group, key);
    }

    void read_jurisdiction(Corridor& corridor, Node::Entry const& entry)
    {
        std::string const path = "jurisdictions." + entry.key;
        StrictMap const map(entry.value, path, {"destinations", "law", "union"}, diagnostics_);
        Corridor::Law law;
        if (map.has("law")) law.is_whole = map.word("law", {"whole", "part"}) == 0;
        if (map.has("union")) law.is_union = map.word("union", {"true", "false"}) == 0;
        corridor.add_jurisdiction(entry.key, names(map, "destinations", path, destinations_), law);
    }

    Node const& root_;
    Diagnostics& diagnostics_;
    StrictMap map_;
    Kind countries_{"country", "countries", most_countries};
    Kind regions_{"region", "regions", most_regions};
    Kind groups_{"group", "groups", most_regions};
    Kind jurisdictions_{"jurisdiction", "jurisdictions", most_jurisdictions};
    Kind destinations_{"destination", "destinations", most_destinations};
};

/// The file that a key of the document names, if it is there.
TextFile const* named_file(Node const& root, char const* key, TextFile const& in, Files& files)
{
    Node const* const found = root.find(key);
    if (found == nullptr || !found->is_scalar()) return nullptr;
    return files.read({.place = found->place,
                       .path = key,
                       .folder = in.path.parent_path(),
                       .name = found->text,
                       .largest = largest_document,
                       .may_be_shipped = std::string_view(key) == "base"});
}
}  // namespace

Corridor read_corridor(TextFile const& file, Diagnostics& diagnostics)
{
    auto const root = parse_document(file.text, file.number, diagnostics);
    if (!root) return {};
    return CorridorReader(*root, diagnostics).read();
}

std::shared_ptr<Corridor const> corridor_of(std::filesystem::path const& scenario,
                                            Overrides const& overrides)
{
    Diagnostics on_the_way;  // said when the scenario is read
    Files files(on_the_way);
    files.look_in(overrides.shipped);
    TextFile const* file = &files.read(scenario);
    for (std::size_t bases = 0; file != nullptr && bases < longest_chain; ++bases)
    {
        auto const root = parse_document(file->text, file->number, on_the_way, "corridor");
        if (!root || !root->is_map()) return nullptr;
        if (root->find("corridor") != nullptr)
        {
            TextFile const* const own = named_file(*root, "corridor", *file, files);
            if (own == nullptr) return nullptr;
            Diagnostics diagnostics;
            Files alone(diagnostics);
            auto corridor =
                std::make_shared<Corridor>(read_corridor(alone.read(own->path), diagnostics));
            diagnostics.throw_if_any();
            return corridor;
        }
        bool const rests_on_any = root->find("base") != nullptr || is_policy_alone(*root);
        file = bases == 0 && rests_on_any && overrides.base
                   ? &files.read(*overrides.base)
                   : named_file(*root, "base", *file, files);
    }
    return nullptr;
}

std::shared_ptr<Corridor const> corridor_or_unknown(std::filesystem::path const& scenario,
                                                    Overrides const& overrides)
{
    std::error_code error;
    bool const is_there = std::filesystem::is_regular_file(scenario, error);
    auto corridor = is_there ? corridor_of(scenario, overrides) : nullptr;
    return corridor != nullptr ? corridor : unknown_corridor();
}

std::shared_ptr<Corridor const> unknown_corridor()
{
    auto corridor = std::make_shared<Corridor>();
    corridor->add_country("country", {"region"});
    corridor->add_jurisdiction("jurisdiction", {"destination"}, {.is_whole = true});
    corridor->name_language("language", "adjective");
    CurrencyDeclared const money{.code = "money", .name = "unit of money", .plural = "money"};
    corridor->name_currencies(Currencies({money}, "the year of its prices"));
    return corridor;
}
}  // namespace kochmon
