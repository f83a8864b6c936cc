// SPDX-License-Identifier: MIT
#include "analysis/design/factor_reader.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/decimal.hpp"
#include "config/document.hpp"
#include "config/mistyped_quantity.hpp"
#include "config/quantity.hpp"
#include "config/settings.hpp"
#include "config/shipped_files.hpp"
#include "config/suggestion.hpp"

#include "analysis/design/plan_keys.hpp"
#include "analysis/targets/robustness.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_values = 10'000;  // of a factor
std::vector<std::string> const changes = {"set", "scale", "add"};
std::vector<std::string> const shapes = {"uniform", "log_uniform", "triangular", "normal"};

bool is_name_of_a_factor(std::string const& name)
{
    // Of tables that are joined with points.csv by the point.
    static std::set<std::string> const columns = {
        "point",      "replicates_done", "factor", "value",   "replicate", "replicates",
        "month",      "measure",         "by",     "group",   "unit",      "base",
        "mean",       "difference",      "low_90", "high_90", "is_done",   "name",
        "population", "reason"};
    constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !name.empty() && name.find_first_not_of(letters) == std::string::npos &&
           !columns.contains(name);
}

/// Settings of the run, which points of a sweep share.
bool is_setting(std::string const& path)
{
    return path.starts_with("time.") || path == "population.persons" || path == "population.seed" ||
           path == "time";
}

bool asks_for_whole_numbers(std::vector<Declarations::Parameter const*> const& parameters)
{
    return std::ranges::any_of(
        parameters, [](Declarations::Parameter const* one)
        { return one->declared.whole || counts_persons(one->declared.dimension); });
}

/// `from: 2010-01, until: 2012-01`: all of a shock but its lever and amount.
std::string when_of(StrictMap const& map)
{
    std::string when;
    for (char const* key : {"from", "until", "ramp", "group"})
        if (map.has(key))
            when +=
                fmt::format("{}{}: {}", when.empty() ? "" : ", ", key, on_one_line(*map.find(key)));
    return when;
}

/// Points name a policy by its file.
std::string name_of_policy(StrictMap const& map, std::string const& file)
{
    if (file == no_policy) return file;
    std::string name = std::filesystem::path(file).stem().string();
    if (!is_scenario_name(name) || name == no_policy)
        map.report("policies", {shown(file) + " has a name that points cannot use",
                                "a file named in lower-case letters, digits and -, not none"});
    return name;
}

/// Relative to the plan, or of that name among what comes with the program.
std::filesystem::path path_of(std::string const& text, PlanFolders const& folders,
                              decltype(shipped_scenario)& shipped)
{
    std::filesystem::path here = folders.plan / text;
    std::error_code error;
    if (!folders.shipped || !is_name_of_shipped(text) || std::filesystem::exists(here, error))
        return here;
    return shipped(*folders.shipped, text).value_or(here);
}

/// The folder of a study holds the policies that its plan names, and none that these include. Where
/// there is no such file, its copy there was asked when it was made.
bool is_package(std::filesystem::path const& policy)
try
{
    std::string const text = read_whole_file(policy);
    Diagnostics untold;  // said when a point is read
    auto const root = parse_document(text, untold.add_file(policy.string()), untold);
    return root && root->is_map() && root->find("include") != nullptr;
}
catch (FileError const&)
{
    return false;
}
}  // namespace

/// Where values stand, and what they may be.
struct FactorReader::Varied
{
    StrictMap const& map;
    std::string key;  // under which they stand
    std::vector<Declarations::Parameter const*> parameters;
    bool is_plain_number;  // a factor by which the value is multiplied
};

Factor FactorReader::read(Node::Entry const& entry) const
{
    Factor factor{.name = entry.key};
    if (!is_name_of_a_factor(entry.key))
        diagnostics_.report(entry.place, "vary." + entry.key,
                            {shown(entry.key) + " is no name of a factor",
                             "lower-case letters, digits and _, no name of another column"});
    auto const has = [&](char const* key)
    { return entry.value.is_map() && entry.value.find(key) != nullptr; };
    std::string const path = "vary." + entry.key;
    if (has("lever"))
        read_lever({entry.value, path, keys_of(PlanMap::lever), diagnostics_}, factor);
    else if (has("policies"))
        read_policies({entry.value, path, keys_of(PlanMap::policies), diagnostics_}, factor);
    else if (has("calibration"))
        read_sets({entry.value, path, keys_of(PlanMap::sets), diagnostics_}, factor);
    else
        read_key({entry.value, path, keys_of(PlanMap::key), diagnostics_}, factor);
    return factor;
}

void FactorReader::read_key(StrictMap const& map, Factor& factor) const
{
    auto const declared = parameters(map, "key", factor);
    if (std::ranges::any_of(factor.paths, is_setting))
        return map.report("key", {"is shared by all points, which have the same people and months",
                                  "persons, months, seed or population_seeds at the top"});
    if (map.find("values") == nullptr)
        return map.report("values", {"is missing", "a list of values or {low: ..., high: ...}"});
    read_values({map, "values", declared, false}, factor);
}

void FactorReader::read_lever(StrictMap const& map, Factor& factor) const
{
    factor.kind = FactorKind::lever;
    auto const declared = parameters(map, "lever", factor);
    for (Declarations::Parameter const* const one : declared)
        if (one->declared.use != Use::lever)
            map.report("lever", {one->path + " is no lever",
                                 "what a shock may move; other parameters are varied by key"});
    if (!map.has("from")) map.report("from", {"is missing", "the first month of the change"});
    factor.when = when_of(map);
    auto const is_there = [&](std::string const& change) { return map.has(change); };
    auto const count = std::ranges::count_if(changes, is_there);
    if (count != 1)
        return map.report("lever", {count == 0 ? "without a change" : "has more than one change",
                                    "one of set, scale or add, with its values"});
    factor.change = *std::ranges::find_if(changes, is_there);
    read_values({map, factor.change, declared, factor.change == "scale"}, factor);
}

void FactorReader::read_policies(StrictMap const& map, Factor& factor) const
{
    factor.kind = FactorKind::policy;
    std::set<std::string> seen;
    std::vector<Node> const files = map.list("policies");
    if (map.has("policies") && files.empty())
        map.report("policies", {"names no policy", "files, or none"});
    for (Node const& file : files)
    {
        if (!file.is_scalar() || file.text.empty())
        {
            map.report("policies", {described(file) + " instead of a file", "files, or none"});
            continue;
        }
        std::string const name = name_of_policy(map, file.text);
        if (!seen.insert(name).second)
            map.report("policies", {shown(name) + " a second time", "each name once"});
        std::filesystem::path const policy = path_of(file.text, folders_, shipped_scenario);
        if (is_package(policy))
            map.report("policies",
                       {shown(file.text) + " is a package of policies",
                        "policies with all their shocks in one file",
                        "write the shocks of the others into it, or make a factor of each"});
        factor.values.push_back(name);
        factor.policies.push_back(file.text == no_policy ? std::filesystem::path() : policy);
    }
}

/// All sets that the calibration of a folder accepts, or those named, as `sets: [14, 15]`.
void FactorReader::read_sets(StrictMap const& map, Factor& factor) const
{
    factor.kind = FactorKind::accepted_set;
    std::string const calibration = map.text("calibration");
    if (calibration.empty()) return;
    std::filesystem::path const folder =
        folders_.sets ? *folders_.sets / factor.name : path_of(calibration, folders_, shipped_sets);
    std::set<std::string> asked;
    for (Node const& set : map.has("sets") ? map.list("sets") : std::vector<Node>())
        asked.insert(set.text);
    bool const takes_all = asked.empty();
    std::vector<std::string> names;
    for (TriedSet const& accepted : accepted_sets_in(folder.string()))
    {
        names.push_back(accepted.file.stem().string());
        if (!takes_all && asked.erase(names.back()) == 0) continue;
        factor.sets.push_back(read_parameter_set(accepted.file));
        factor.values.push_back(names.back());
        for (std::string const& value : factor.sets.back().values)
            factor.paths.push_back(value.substr(0, value.find('=')));
    }
    std::ranges::sort(factor.paths);
    factor.paths.erase(std::unique(factor.paths.begin(), factor.paths.end()), factor.paths.end());
    for (std::string const& set : asked)
        map.report("sets", {shown(set) + " is no accepted set", listed(names, "or")});
}

std::vector<Declarations::Parameter const*> FactorReader::parameters(StrictMap const& map,
                                                                     std::string const& key,
                                                                     Factor& factor) const
{
    std::vector<Node> paths;
    if (Node const* const found = map.find(key); found != nullptr && found->is_list())
        paths = found->items;
    else if (!map.text(key).empty())
        paths = {*found};
    std::vector<Declarations::Parameter const*> known;
    for (Node const& path : paths)
    {
        std::string const at = "vary." + factor.name + '.' + key;
        if (std::ranges::find(factor.paths, path.text) != factor.paths.end())
            diagnostics_.report(path.place, at, {shown(path.text) + " a second time", "each once"});
        factor.paths.push_back(path.text);
        if (is_setting(path.text)) continue;
        if (auto const* const one = parameter(path.place, at, path.text)) known.push_back(one);
    }
    if (map.has(key) && paths.empty())
        map.report(key, {"names no parameter", "a path, or a list of paths that move together"});
    return known;
}

Declarations::Parameter const* FactorReader::parameter(FilePlace place, std::string const& at,
                                                       std::string const& path) const
{
    Declarations::Parameter const* const found = declarations_.find(path);
    if (found != nullptr) return found;
    std::vector<std::string> known;
    for (Declarations::Parameter const& one : declarations_.parameters()) known.push_back(one.path);
    diagnostics_.report(place, at,
                        {shown(path) + " is no parameter", "a path that kochmon explain knows",
                         did_you_mean(closest(path, known))});
    return nullptr;
}

void FactorReader::read_values(Varied const& varied, Factor& factor) const
{
    if (varied.map.find(varied.key)->is_map())
        read_range(varied, factor);
    else
        read_list(varied, factor);
}

void FactorReader::read_list(Varied const& varied, Factor& factor) const
{
    std::vector<Node> const values = varied.map.list(varied.key);
    if (values.empty() || values.size() > most_values)
        return varied.map.report(varied.key, {fmt::format("{} values", values.size()),
                                              fmt::format("from 1 to {}", most_values)});
    std::set<std::string> seen;
    for (Node const& value : values)
    {
        if (!is_possible(varied, value)) continue;
        std::string const text = on_one_line(value);
        if (!seen.insert(text).second)
            diagnostics_.report(value.place, "vary." + factor.name,
                                {shown(text) + " a second time", "each value once"});
        factor.values.push_back(text);
    }
}

/// Whether a scenario could hold it, wherever it is set; reported if not.
bool FactorReader::is_possible(Varied const& varied, Node const& node) const
{
    for (Declarations::Parameter const* const parameter : varied.parameters)
    {
        Mistake const mistake = varied.is_plain_number ? read_number(node.text).mistake
                                : varied.key == "add"
                                    ? read_quantity(node.text, parameter->declared).mistake
                                    : read_value(node, parameter->declared).mistake;
        if (mistake.what.empty()) continue;
        diagnostics_.report(node.place, parameter->path, mistake);
        return false;
    }
    return true;
}

std::optional<double> FactorReader::number(Varied const& varied, Node const& node,
                                           std::string& unit) const
{
    if (!is_possible(varied, node)) return std::nullopt;
    if (varied.is_plain_number || varied.parameters.empty()) return read_number(node.text).value;
    Declarations::Parameter const& first = *varied.parameters.front();
    auto const read = read_quantity(node.text, first.declared);
    if (!read.value || read.value->unit == nullptr)
    {
        diagnostics_.report(node.place, first.path,
                            {shown(node.text) + " is an end of a range of what is no quantity",
                             "a list of values"});
        return std::nullopt;
    }
    unit = read.value->unit->text;
    return in_unit(read.value->amount, *read.value->unit);
}

void FactorReader::read_range(Varied const& varied, Factor& factor) const
{
    StrictMap const map(*varied.map.find(varied.key), "vary." + factor.name + '.' + varied.key,
                        keys_of(PlanMap::range), diagnostics_);
    map.text("low");
    map.text("high");
    if (!map.has("low") || !map.has("high")) return;
    ValueRange range;
    std::string unit_of_high;
    auto const low = number(varied, *map.find("low"), range.unit);
    auto const high = number(varied, *map.find("high"), unit_of_high);
    if (!low || !high) return;
    if (range.unit != unit_of_high)
        return map.report("high", {"another unit than that of low", "the same unit in both"});
    if (!(*low < *high)) return map.report("high", {"is not above low", "a range"});
    range.low = *low;
    range.high = *high;
    range.is_whole = !varied.is_plain_number && asks_for_whole_numbers(varied.parameters);
    read_shape(map, varied, range);
    if (map.has("steps"))
        range.steps = static_cast<std::size_t>(map.whole("steps", 2, most_values));
    factor.range = range;
}

void FactorReader::read_shape(StrictMap const& map, Varied const& varied, ValueRange& range) const
{
    if (map.has("shape")) range.shape = static_cast<Shape>(map.word("shape", shapes));
    if (range.shape == Shape::log_uniform && range.low <= 0.0)
        map.report("low", {"is not above 0", "a range above 0, of which logarithms are taken"});
    if (range.shape == Shape::normal) demand_possible_tails(map, varied, range);
    if (!map.has("middle")) return;
    std::string unit;
    range.middle = number(varied, *map.find("middle"), unit);
    if (range.shape != Shape::triangular)
        return map.report("middle", {"is that of a triangular shape alone", "shape: triangular"});
    if (range.middle &&
        (unit != range.unit || *range.middle < range.low || *range.middle > range.high))
        map.report("middle", {"is not within the range", "a value between low and high"});
}

/// Of a normal shape the rest lies within four deviations, which a scenario must accept too.
void FactorReader::demand_possible_tails(StrictMap const& map, Varied const& varied,
                                         ValueRange const& range) const
{
    for (double const share : {0.0, 1.0})
    {
        Node const end{.kind = Node::Kind::scalar,
                       .place = map.place(share == 0.0 ? "low" : "high"),
                       .text = range.text_at(share)};
        if (!is_possible(varied, end)) return;
    }
}
}  // namespace kochmon
