// SPDX-License-Identifier: MIT
#include "config/layers.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

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

std::vector<std::string> keys_of(Node const& map)
{
    std::vector<std::string> keys;
    for (Node::Entry const& entry : map.entries) keys.push_back(entry.key);
    return keys;
}

std::vector<std::string> required_children(Branch const& group)
{
    std::vector<std::string> names;
    for (Branch const& child : group.children)
        if (!child.is_optional) names.push_back(child.name);
    return names;
}
std::string expected_of(Branch const& branch)
{
    return branch.is_group() ? "a map with " + listed(required_children(branch))
                             : "a key " + branch.name;
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
    auto const add = [&](char const* path, char const* option, std::string text)
    {
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
    std::unordered_set<std::string> paths;
    for (std::string const& text : overrides.set)
    {
        std::string const path = text.substr(0, text.find('='));
        if (paths.insert(path).second)
            read_override(text, folder, file);
        else
            diagnostics_.report({file, 1, 1}, path, {"set a second time", "each path once"});
    }
}

void Layers::read_override(std::string const& text, std::filesystem::path const& folder, int file)
{
    std::size_t const equals = text.find('=');
    std::string const path = text.substr(0, equals);
    Branch const* const branch = outline_.find(path);
    bool const may_be_set = branch != nullptr && !branch->is_group() && path != "schema" &&
                            path != "base" && path != "shocks";
    if (!may_be_set)
    {
        std::string hint = did_you_mean(closest(path, leaves_below(outline_.root())));
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
    TextFile const* next = read_file(files_.read(file), false, base);
    while (next != nullptr) next = read_file(*next, true);
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
            diagnostics_.report({file.number, 1, 1}, {},
                                {described(*root) + " instead of keys",
                                 "a map that begins with "
                                 "schema: 1"});
        return nullptr;
    }
    Node const* const shocks = root->find("shocks");
    if (is_base && shocks != nullptr)
        diagnostics_.report(shocks->place, "shocks",
                            {"a base with shocks of its own", "a base without shocks",
                             "move them to the file that names this base"});
    maps_[""] = root->place;
    for (char const* key : {"schema", "scenario"}) spoiled_.erase(key);
    walk(*root, outline_.root(), file);
    check_head(*root);
    return base_of(*root, file, base);
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
    if (base == nullptr || base->is_spoiled()) return nullptr;
    if (instead) return &files_.read(*instead);
    TextFile const* next = nullptr;
    if (!base->is_scalar())
        diagnostics_.report(base->place, "base",
                            {described(*base) + " instead of a file", "a relative path"});
    else
        next = files_.read(
            {base->place, "base", file.path.parent_path(), base->text, largest_document});
    if (next == nullptr) spoiled_.insert("");
    if (next == nullptr ||
        std::find(chain_.begin(), chain_.end(), true_path(next->path)) == chain_.end())
        return next;
    diagnostics_.report(base->place, "base",
                        {shown(base->text) + " leads back to a file that rests on this one",
                         "bases that form no circle"});
    spoiled_.insert("");
    return nullptr;
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

void Layers::report_unknown(Node::Entry const& entry, Node const& map, Branch const& group)
{
    std::string const path = (group.path.empty() ? "" : group.path + ".") + entry.key;
    std::vector<std::string> meant;
    if (!diagnostics_.is_crowded()) meant = outline_.meant(group, entry.key, keys_of(map));
    // One mistake, one line: what was meant is not missing as well.
    spoiled_.insert(meant.begin(), meant.end());
    std::vector<std::string> names;
    for (std::string const& name : meant)
    {
        bool const is_sibling =
            group.child(last_part(name)) != nullptr && group.child(last_part(name))->path == name;
        names.emplace_back(is_sibling ? last_part(name) : name);
    }
    diagnostics_.report(entry.place, path, {"unknown key", {}, did_you_mean(names)});
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
    report_missing_below(outline_.root(), root == maps_.end() ? FilePlace{} : root->second);
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
