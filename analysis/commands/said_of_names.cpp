// SPDX-License-Identifier: MIT
#include "analysis/commands/said_of_names.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/diagnostics.hpp"
#include "config/document.hpp"
#include "config/parameter_texts.hpp"
#include "config/resolved.hpp"
#include "config/shipped_files.hpp"

#include "analysis/commands/facts.hpp"
#include "analysis/commands/policy_titles.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/text/word_search.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using List = std::vector<SaidOfName>;

std::string value_or_unit(Declarations::Parameter const& parameter, Scenario const* scenario)
{
    if (scenario == nullptr)
        return is_quantity(parameter.declared) ? unit_of(parameter.declared)
                                               : range_of(parameter.declared);
    ResolvedScenario const& content = scenario->content();
    return short_values(content.stated[content.parameter_at.at(parameter.path)]);
}

void add_keys(List& list, Declarations const& declarations, Scenario const* scenario)
{
    for (bool const levers : {true, false})
        for (auto const& parameter : declarations.parameters())
            if ((parameter.declared.use == Use::lever) == levers)
                list.push_back({levers ? "lever" : "key", parameter.path,
                                parameter.declared.meaning, value_or_unit(parameter, scenario)});
    for (auto const& [path, declared] : declarations.tables())
        list.push_back({"table", path, declared.meaning});
}

void add_measures(List& list, Corridor const& corridor)
{
    Words const words("en", corridor);
    for (Measure const& measure : measures())
        list.push_back({"measure", measure.name, measure.definition, unit_in(corridor, measure),
                        words.measure(measure.name)});
}

void add_policies(List& list, fs::path const& scenario)
{
    for (PolicyTitle const& policy : policies_beside(scenario))
        list.push_back({"policy",
                        policy.name,
                        policy.says,
                        {},
                        fmt::format("{}", fmt::join(policy.levers, " "))});
}

void add_facts(List& list)
{
    for (Fact const& fact : facts())
        list.push_back({"fact",
                        fact.id,
                        fact.says,
                        {},
                        fmt::format("{} {}", fact.becomes, fmt::join(fact.keys, " "))});
}

/// What a file of targets holds under `targets` or `observed`, each with what it is.
void add_targets(List& list, fs::path const& file)
try
{
    std::string const text = read_whole_file(file);
    Diagnostics untold;  // said by the commands that read it
    auto const root = parse_document(text, untold.add_file(file.string()), untold);
    if (!root || !root->is_map()) return;
    for (char const* const key : {"targets", "observed"})
    {
        Node const* const rows = root->find(key);
        if (rows == nullptr || !rows->is_map()) continue;
        for (Node::Entry const& row : rows->entries)
            if (Node const* const what = row.value.is_map() ? row.value.find("what") : nullptr)
                list.push_back({"target", row.key, what->text, {}, file.filename().string()});
    }
}
catch (Error const&)
{
}

constexpr char const* groups_of_places[] = {"destinations.", "jurisdictions.", "origins.",
                                            "regions."};

/// `moscow` of `destinations.moscow.wage`; empty where no place is named.
std::string place_in(std::string const& path)
{
    for (std::string const begin : groups_of_places)
        if (path.starts_with(begin) && path.find('.', begin.size()) != std::string::npos)
            return path.substr(begin.size(), path.find('.', begin.size()) - begin.size());
    return {};
}

/// The path with nothing in the place of the place.
std::string without_place(std::string const& path)
{
    std::string const place = place_in(path);
    return place.empty() ? path
                         : path.substr(0, path.find('.') + 1) +
                               path.substr(path.find('.') + 1 + place.size());
}

/// What is said of many places alike is said of the first of them, with the value of each where
/// they differ.
List told_of_places_at_once(List const& found)
{
    struct Likewise
    {
        SaidOfName one;
        std::vector<std::string> places;
        std::vector<std::string> values;
    };
    std::vector<Likewise> all;
    for (SaidOfName const& one : found)
    {
        auto const same = std::ranges::find_if(
            all,
            [&](Likewise const& before)
            {
                return before.one.kind == one.kind && !place_in(one.name).empty() &&
                       before.one.says == one.says &&
                       without_place(before.one.name) == without_place(one.name);
            });
        if (same == all.end())
        {
            all.push_back({one, {}, {one.value}});
            continue;
        }
        same->places.push_back(place_in(one.name));
        same->values.push_back(one.value);
    }
    List list;
    for (Likewise& one : all)
    {
        if (!one.places.empty())
            one.one.says += fmt::format("; likewise {}", listed(one.places, "and"));
        if (std::ranges::adjacent_find(one.values, std::not_equal_to<>()) != one.values.end())
            one.one.value = fmt::format("{}", fmt::join(one.values, "; "));
        list.push_back(std::move(one.one));
    }
    return list;
}

std::string headed(std::string const& kind)
{
    if (kind == "policy") return "POLICIES";
    std::string heading = kind + "s";
    for (char& letter : heading) letter = static_cast<char>(letter - 'a' + 'A');
    return heading;
}

std::string line_of(SaidOfName const& one, std::size_t width)
{
    std::string const value = one.value.empty() ? "" : fmt::format(" [{}]", one.value);
    return fmt::format("  {:<{}}  {}{}\n", one.name, width, one.says, value);
}
}  // namespace

List said_of_names(Declarations const& declarations, Scenario const* scenario,
                   std::optional<fs::path> const& file)
{
    List list;
    add_keys(list, declarations, scenario);
    add_measures(list, *declarations.corridor());
    if (file) add_policies(list, *file);
    add_facts(list);
    if (!file) return list;
    fs::path const folder = file->parent_path().empty() ? fs::path(".") : file->parent_path();
    for (fs::path const& beside : yaml_files_in(folder))
        if (beside.stem().string().ends_with("targets")) add_targets(list, beside);
    return list;
}

List found_among(List const& all, std::string const& words)
{
    WordSearch const search(words);
    std::vector<WordSearch::Rank> ranks;
    WordSearch::Rank best;
    for (SaidOfName const& one : all)
    {
        ranks.push_back(search.rank(one.name, one.says + ' ' + one.more));
        best = std::max(best, ranks.back());
    }
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < all.size(); ++at)
        if (ranks[at].words > 0 && (ranks[at].words == best.words || ranks[at].is_named))
            found.push_back(at);
    std::vector<std::string> kinds;
    for (SaidOfName const& one : all)
        if (std::ranges::find(kinds, one.kind) == kinds.end()) kinds.push_back(one.kind);
    List list;
    for (std::string const& kind : kinds)
    {
        std::vector<std::size_t> of_kind;
        std::ranges::copy_if(found, std::back_inserter(of_kind),
                             [&](std::size_t at) { return all[at].kind == kind; });
        std::ranges::stable_sort(of_kind,
                                 [&](std::size_t a, std::size_t b) { return ranks[a] > ranks[b]; });
        for (std::size_t const at : of_kind) list.push_back(all[at]);
    }
    return list;
}

std::string found_as_text(List const& all, std::size_t at_most)
{
    List const found = told_of_places_at_once(all);
    std::string text;
    for (auto begin = found.begin(); begin != found.end();)
    {
        auto const end = std::find_if(
            begin, found.end(), [&](SaidOfName const& one) { return one.kind != begin->kind; });
        auto const count = static_cast<std::size_t>(end - begin);
        auto const shown_end = begin + static_cast<std::ptrdiff_t>(std::min(count, at_most));
        std::size_t width = 0;
        for (auto one = begin; one != shown_end; ++one) width = std::max(width, one->name.size());
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", headed(begin->kind));
        for (auto one = begin; one != shown_end; ++one) text += line_of(*one, width);
        if (count > at_most)
            text += fmt::format("  ... {} more; --json lists all\n", count - at_most);
        begin = end;
    }
    return text;
}

std::string found_as_json(List const& found, std::string const& words)
{
    auto list = nlohmann::ordered_json::array();
    for (SaidOfName const& one : found)
    {
        nlohmann::ordered_json json = {{"kind", one.kind}, {"name", one.name}, {"says", one.says}};
        if (!one.value.empty()) json["value"] = one.value;
        list.push_back(json);
    }
    nlohmann::ordered_json const json = {{"search", words}, {"found", list}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}
}  // namespace kochmon
