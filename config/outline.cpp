// SPDX-License-Identifier: MIT
#include "config/outline.hpp"

#include <algorithm>

#include "engine/contract.hpp"

#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::string_view first_part(std::string_view path)
{
    return path.substr(0, path.find('.'));
}

void paths_below(Branch const& branch, std::vector<std::string>& paths, bool with_groups)
{
    for (Branch const& child : branch.children)
    {
        if (with_groups || !child.is_group()) paths.push_back(child.path);
        paths_below(child, paths, with_groups);
    }
}

/// All paths whose last part is the key, or, if there are none, nearly the key.
std::vector<std::string> same_word_elsewhere(Branch const& root, std::string_view key)
{
    std::vector<std::string> paths;
    paths_below(root, paths, true);
    std::vector<std::string> same;
    std::vector<std::string> near;
    for (std::string const& path : paths)
    {
        int const distance = edit_distance(last_part(path), key);
        if (distance == 0) same.push_back(path);
        if (distance == 1 && key.size() > 3) near.push_back(path);
    }
    std::vector<std::string>& found = same.empty() ? near : same;
    if (found.size() > 3) found.resize(3);
    return found;
}

/// The child of that name, made if it is not there yet.
Branch& group_in(Branch& parent, std::string_view name, std::string const& path)
{
    for (Branch& child : parent.children)
        if (child.name == name) return child;
    return parent.children.emplace_back(Branch{.name = std::string(name), .path = path});
}

Branch setting(std::string name)
{
    return {.name = std::move(name), .path = {}, .kind = Branch::Kind::setting};
}

Branch optional_setting(std::string name)
{
    Branch branch = setting(std::move(name));
    branch.is_optional = true;
    return branch;
}
}  // namespace

Branch const* Branch::child(std::string_view key) const
{
    for (Branch const& child : children)
        if (child.name == key) return &child;
    return nullptr;
}

Outline::Outline(Declarations const& declarations)
    : knows_names_(!declarations.ask_for_corridor() || declarations.corridor()->is_known())
{
    add("schema", setting("schema"));
    add("scenario", setting("scenario"));
    add("base", optional_setting("base"));
    if (declarations.ask_for_corridor()) add("corridor", setting("corridor"));
    for (char const* name : {"start", "warm_up", "months"})
        add(std::string("time.") + name, setting(name));
    for (char const* name : {"persons", "seed"})
        add(std::string("population.") + name, setting(name));
    add("population.population_seed", optional_setting("population_seed"));
    for (std::size_t at = 0; at < declarations.parameters().size(); ++at)
        add(declarations.parameters()[at].path, {.kind = Branch::Kind::parameter, .index = at});
    for (std::size_t at = 0; at < declarations.tables().size(); ++at)
        add(declarations.tables()[at].path, {.kind = Branch::Kind::table, .index = at});
    add("include", optional_setting("include"));
    add("policies", optional_setting("policies"));
    add("shocks", optional_setting("shocks"));
}

void Outline::add(std::string const& path, Branch leaf)
{
    Branch* group = &root_;
    std::string_view rest = path;
    while (rest.find('.') != std::string_view::npos)
    {
        std::string_view const name = first_part(rest);
        rest.remove_prefix(name.size() + 1);
        EXPECT(group->is_group());
        std::size_t const length = path.size() - rest.size() - 1;
        group = &group_in(*group, name, path.substr(0, length));
    }
    EXPECT(group->is_group() && group->child(rest) == nullptr);
    leaf.name = rest;
    leaf.path = path;
    group->children.push_back(std::move(leaf));
}

Branch const* Outline::find(std::string_view path) const
{
    Branch const* branch = &root_;
    while (branch != nullptr && !path.empty())
    {
        std::string_view const name = first_part(path);
        path.remove_prefix(std::min(name.size() + 1, path.size()));
        branch = branch->child(name);
    }
    return branch;
}

std::vector<std::string> Outline::meant(Branch const& group, std::string_view key,
                                        std::vector<std::string> const& present) const
{
    std::vector<std::string> siblings;
    for (Branch const& child : group.children) siblings.push_back(child.name);
    std::vector<std::string> const near = closest(key, siblings);
    std::vector<std::string> absent;
    for (std::string const& name : near)
        if (std::find(present.begin(), present.end(), name) == present.end())
            absent.push_back(name);
    std::vector<std::string> paths;
    for (std::string const& name : absent.empty() ? near : absent)
        paths.push_back(group.child(name)->path);
    return paths.empty() ? same_word_elsewhere(root_, key) : paths;
}

std::vector<std::string> leaves_below(Branch const& branch)
{
    std::vector<std::string> paths;
    paths_below(branch, paths, false);
    return paths;
}

std::string_view last_part(std::string_view path)
{
    std::size_t const dot = path.rfind('.');
    return dot == std::string_view::npos ? path : path.substr(dot + 1);
}
}  // namespace kochmon
