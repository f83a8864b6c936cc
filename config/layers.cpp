// SPDX-License-Identifier: MIT
#include "config/layers.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "config/document.hpp"
#include "config/joined_policies.hpp"
#include "config/layer_hints.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::filesystem::path true_path(std::filesystem::path const& file)
{
    std::error_code error;
    std::filesystem::path path = std::filesystem::weakly_canonical(file, error);
    return error ? file : path;
}

Reference reference_to(Node const& base, TextFile const& file)
{
    return {.place = base.place,
            .path = "base",
            .folder = file.path.parent_path(),
            .name = base.text,
            .largest = largest_document,
            .may_be_shipped = true};
}

std::vector<std::string> keys_of(Node const& map)
{
    std::vector<std::string> keys;
    for (Node::Entry const& entry : map.entries) keys.push_back(entry.key);
    return keys;
}
}  // namespace

Leaf const* Layers::find(std::string const& path) const
{
    auto const found = leaves_.find(path);
    return found == leaves_.end() ? nullptr : &found->second;
}

void Layers::set(std::string const& path, Leaf const& leaf)
{
    leaves_.try_emplace(path, leaf);
}

void Layers::read_overrides(Overrides const& overrides, std::filesystem::path const& folder)
{
    shipped_ = overrides.shipped;
    std::unordered_map<std::string, std::string> said;  // by path, where
    auto const add = [&](char const* path, char const* option, std::string text)
    {
        said.emplace(path, option);
        int const file = diagnostics_.add_file(option);
        FilePlace const place{file, 1, 1};
        set(path,
            {{.kind = Node::Kind::scalar, .place = place, .text = std::move(text)}, place, {}});
    };
    if (overrides.months) add("time.months", "--months", std::to_string(*overrides.months));
    if (overrides.persons) add("population.persons", "--persons", *overrides.persons);
    if (overrides.seed) add("population.seed", "--seed", std::to_string(*overrides.seed));
    if (overrides.population_seed)
        add("population.population_seed", "--population-seed",
            std::to_string(*overrides.population_seed));
    int const file = overrides.set.empty() ? 0 : diagnostics_.add_file("--set");
    if (!overrides.set.empty()) own_files_.push_back(file);
    for (std::string const& text : overrides.set)
    {
        std::string const path = text.substr(0, text.find('='));
        auto const [first, is_new] = said.emplace(path, "--set");
        if (is_new)
            read_override(text, folder, file);
        else
            diagnostics_.report({file, 1, 1}, path,
                                {first->second == "--set" ? "set a second time"
                                                          : "set by " + first->second + " too",
                                 "each path once"});
    }
}

void Layers::read_override(std::string const& text, std::filesystem::path const& folder, int file)
{
    std::size_t const equals = text.find('=');
    std::string const path = text.substr(0, equals);
    Branch const* const branch = outline_.find(path);
    bool const may_be_set = branch != nullptr && !branch->is_group() && path != "schema" &&
                            path != "base" && path != "corridor" && path != "include" &&
                            path != "policies" && path != "shocks";
    if (!may_be_set)
    {
        std::string hint = did_you_mean(paths_like(path, leaves_below(outline_.root())));
        diagnostics_.report({file, 1, 1}, path, {"cannot be set", "the path of a value", hint});
        return;
    }
    if (equals == std::string::npos)
    {
        diagnostics_.report({file, 1, 1}, path, {"set to nothing", path + "=VALUE"});
        return;
    }
    // Spaces in the place of the path keep the columns of the value.
    std::string const value = std::string(equals + 1, ' ') + text.substr(equals + 1);
    auto node = parse_document(value, file, diagnostics_);
    FilePlace const key{file, 1, 1};
    if (!node) node = Node{.kind = Node::Kind::spoiled, .place = key};
    if (node->kind == Node::Kind::null) node->place = {file, 1, static_cast<int>(equals) + 2};
    set(path, {*std::move(node), key, folder});
}

void Layers::read_files(std::filesystem::path const& file,
                        std::optional<std::filesystem::path> const& base)
{
    TextFile const* now = &files_.read(file);
    TextFile const* next = read_file(*now, false, base);
    while (next != nullptr)
    {
        own_files_.push_back(now->number);
        now = next;
        next = read_file(*now, true);
    }
}

/// Takes what the file says that no nearer one has said. Returns its base.
TextFile const* Layers::read_file(TextFile const& file, bool is_base,
                                  std::optional<std::filesystem::path> const& base)
{
    chain_.push_back(true_path(file.path));
    auto const root = parse_document(file.text, file.number, diagnostics_);
    if (!root || !root->is_map())
    {
        spoiled_.insert("");
        if (root && !root->is_spoiled())
            diagnostics_.report(
                {file.number, 1, 1}, {},
                {beginning_of(*root) + " instead of keys", "a map that begins with schema: 1"});
        return nullptr;
    }
    if (is_base)
        refuse_shocks(*root);
    else
        join_policies(*root, file);
    maps_[""] = root->place;
    for (char const* key : {"schema", "scenario"}) spoiled_.erase(key);
    walk(*root, outline_.root(), file);
    check_head(*root);
    return base_of(*root, file, base);
}

void Layers::refuse_shocks(Node const& base)
{
    for (char const* key : {"include", "policies", "shocks"})
        if (Node const* const shocks = base.find(key))
            diagnostics_.report(
                shocks->place, key,
                {"a base with shocks of its own", "a base without shocks",
                 "let the file that names this base name it under policies instead, "
                 "with the base of both as base"});
}

/// The shocks of the policies that a file names stand before its own.
void Layers::join_policies(Node const& root, TextFile const& file)
{
    is_policy_alone_ = is_policy_alone(root);
    Node const* const included = root.find("include");
    Node const* const policies = included != nullptr ? included : root.find("policies");
    if (policies == nullptr) return;
    Node all{.kind = Node::Kind::list, .place = policies->place};
    JoinedShocks joined = shocks_of_policies(root, file, files_, diagnostics_);
    all.items = std::move(joined.shocks);
    packaged_ = std::move(joined.packaged);
    if (Node const* const own = root.find("shocks"))
    {
        if (!own->is_list()) return;  // reported with the shocks
        all.items.insert(all.items.end(), own->items.begin(), own->items.end());
    }
    set("shocks", {std::move(all), policies->place, file.path.parent_path()});
}

/// Every file says for itself which schema it follows and what its name is.
void Layers::check_head(Node const& root)
{
    for (char const* key : {"schema", "scenario"})
        if (root.find(key) == nullptr && !is_spoiled(key))
            diagnostics_.report(root.place, key, {"is missing", fmt::format("a key {}", key)});
    spoiled_.insert({"schema", "scenario"});
    Node const* const schema = root.find("schema");
    if (schema == nullptr || schema->is_spoiled()) return;
    if (!schema->is_scalar() || schema->quoted || schema->text != "1")
        diagnostics_.report(schema->place, "schema",
                            {described(*schema) + " is no schema of this program", "1"});
}

TextFile const* Layers::base_of(Node const& root, TextFile const& file,
                                std::optional<std::filesystem::path> const& instead)
{
    Node const* const base = root.find("base");
    if (base == nullptr && instead && is_policy_alone(root)) return &files_.read(*instead);
    if (base == nullptr || base->is_spoiled()) return nullptr;
    if (instead) return base_instead(*base, file, *instead);
    TextFile const* next = nullptr;
    if (!base->is_scalar())
        diagnostics_.report(base->place, "base",
                            {described(*base) + " instead of a file", "a relative path"});
    else
        next = files_.read(reference_to(*base, file));
    if (next == nullptr) spoiled_.insert("");
    if (next == nullptr ||
        std::find(chain_.begin(), chain_.end(), true_path(next->path)) == chain_.end())
        return next;
    diagnostics_.report(base->place, "base",
                        {shown(base->text) + " leads back to a file that is based on this one",
                         "bases that form no circle"});
    spoiled_.insert("");
    return nullptr;
}

TextFile const* Layers::base_instead(Node const& base, TextFile const& file,
                                     std::filesystem::path const& instead)
{
    auto const own = files_.place_of(reference_to(base, file));
    if (base.is_scalar() && true_path(own) != true_path(instead)) base_not_read_ = own;
    return &files_.read(instead);
}

void Layers::walk(Node const& map, Branch const& branch, TextFile const& file)
{
    for (Node::Entry const& entry : map.entries)
    {
        Branch const* const child = branch.child(entry.key);
        if (child != nullptr)
            enter(entry, *child, file);
        else if (!entry.key.empty())
            report_unknown(entry, map, branch);
    }
}

void Layers::enter(Node::Entry const& entry, Branch const& branch, TextFile const& file)
{
    if (!branch.is_group())
        return set(branch.path, {entry.value, entry.place, file.path.parent_path()});
    if (entry.value.is_map())
    {
        maps_[branch.path] = entry.place;
        return walk(entry.value, branch, file);
    }
    spoiled_.insert(branch.path);
    if (entry.value.is_spoiled()) return;
    diagnostics_.report(entry.value.place, branch.path,
                        {described(entry.value) + " instead of a map", expected_of(branch)});
}

/// A path is a key on the command line; in a file each of its words has a map of its own.
bool Layers::report_dotted(Node::Entry const& entry, std::string const& path)
{
    if (entry.key.find('.') == std::string::npos) return false;
    bool const is_below = outline_.find(path) != nullptr;
    bool const is_whole = outline_.find(entry.key) != nullptr;
    if (!is_below && !is_whole) return false;
    spoiled_.insert(is_below ? path : entry.key);
    std::string const where = is_below ? "" : " at the outermost level";
    diagnostics_.report(entry.place, path,
                        {"keys joined by points", "one map for each key",
                         fmt::format("write {}{}", nested(entry.key, entry.value), where)});
    return true;
}

void Layers::report_unknown(Node::Entry const& entry, Node const& map, Branch const& group)
{
    if (!outline_.knows_names() && !group.path.empty()) return;  // it may be a name
    std::string const path = (group.path.empty() ? "" : group.path + ".") + entry.key;
    if (report_dotted(entry, path)) return;
    std::vector<std::string> meant;
    if (!diagnostics_.is_crowded()) meant = outline_.meant(group, entry.key, keys_of(map));
    // One mistake, one line: what was meant is not missing as well.
    spoiled_.insert(meant.begin(), meant.end());
    std::vector<std::string> names;
    bool has_sibling = false;
    for (std::string const& name : meant)
    {
        bool const is_sibling =
            group.child(last_part(name)) != nullptr && group.child(last_part(name))->path == name;
        has_sibling = has_sibling || is_sibling;
        names.emplace_back(is_sibling ? last_part(name) : name);
    }
    // Where nothing here is nearly that word, what there is.
    bool const is_listed = !has_sibling && !diagnostics_.is_crowded();
    diagnostics_.report(
        entry.place, path,
        {"unknown key", is_listed ? siblings_text(group) : std::string{}, did_you_mean(names)});
}

bool Layers::has_any_below(Branch const& group) const
{
    std::vector<std::string> const leaves = leaves_below(group);
    return std::any_of(leaves.begin(), leaves.end(),
                       [&](std::string const& path) { return leaves_.contains(path); });
}

void Layers::report_missing() const
{
    if (is_spoiled("")) return;
    auto const root = maps_.find("");
    FilePlace const place = root == maps_.end() ? FilePlace{} : root->second;
    if (lacks_base()) return report_missing_base(place);
    if (!outline_.knows_names()) return report_missing_corridor(place);
    report_missing_below(outline_.root(), place);
}

/// Several of the outermost keys are not forgotten one by one.
bool Layers::lacks_base() const
{
    auto const is_missing = [&](Branch const& child)
    { return child.is_group() && !is_spoiled(child.path) && !has_any_below(child); };
    return chain_.size() == 1 && std::ranges::count_if(outline_.root().children, is_missing) > 1;
}

void Layers::report_missing_base(FilePlace place) const
{
    std::string const beside = baseline_beside(chain_.front());
    bool const is_shipped = shipped_ && std::filesystem::exists(*shipped_ / "baseline.yaml");
    std::string const baseline = beside.empty() && is_shipped ? "baseline" : beside;
    std::string hint = "write base: and the path from here to a scenario that holds the rest";
    if (!baseline.empty())
        hint = fmt::format("write {} for a file that says only what differs",
                           proposed("base: " + baseline));
    std::string const expected =
        is_policy_alone_ ? "the scenario that these shocks change"
                         : "a base, or all of " + listed(required_children(outline_.root()));
    diagnostics_.report(place, "base", {"is missing", expected, std::move(hint)});
}

void Layers::report_missing_corridor(FilePlace place) const
{
    if (find("corridor") == nullptr)
        diagnostics_.report(place, "corridor",
                            {"is missing", "a key corridor",
                             "write corridor: and the path from here to the file that names "
                             "countries and destinations"});
}

void Layers::report_missing_below(Branch const& group, FilePlace place) const
{
    for (Branch const& child : group.children)
    {
        if (child.is_optional || is_spoiled(child.path) || leaves_.contains(child.path)) continue;
        auto const map = maps_.find(child.path);
        if (map != maps_.end())
            report_missing_below(child, map->second);
        else if (has_any_below(child))
            report_missing_below(child, place);
        else
            diagnostics_.report(place, child.path, {"is missing", expected_of(child)});
    }
}
}  // namespace kochmon
