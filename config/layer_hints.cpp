// SPDX-License-Identifier: MIT
#include "config/layer_hints.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
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

std::string siblings_text(Branch const& group)
{
    constexpr std::size_t siblings_at_most = 24;
    std::vector<std::string> names;
    for (Branch const& child : group.children) names.push_back(child.name);
    if (names.size() <= siblings_at_most) return "one of " + listed(names);
    std::size_t const rest = names.size() - siblings_at_most;
    names.resize(siblings_at_most);
    return fmt::format("one of {} and {} more", listed(names), rest);
}

std::string beginning_of(Node const& root)
{
    constexpr std::size_t shown_at_most = 12;
    if (!root.is_scalar() || root.text.size() <= shown_at_most) return described(root);
    return "text that begins with " + shown(root.text.substr(0, shown_at_most));
}

std::string baseline_beside(std::filesystem::path const& file)
{
    for (char const* const name :
         {"baseline.yaml", "../baseline.yaml", "config/baseline.yaml", "../config/baseline.yaml"})
    {
        std::error_code error;
        std::filesystem::path const there = file.parent_path() / name;
        if (there.filename() != file.filename() && std::filesystem::exists(there, error))
            return name;
    }
    return {};
}

std::string nested(std::string const& path, Node const& value)
{
    bool const is_word = value.is_scalar() && !value.text.empty() && !value.quoted &&
                         value.text.find_first_of(",[]{}:#\n") == std::string::npos;
    std::string text = is_word ? value.text : "...";
    std::string rest = path;
    bool is_innermost = true;
    while (!rest.empty())
    {
        std::size_t const dot = rest.rfind('.');
        std::string const name(last_part(rest));
        text = is_innermost ? fmt::format("{}: {}", name, text)
                            : fmt::format("{}: {{{}}}", name, text);
        is_innermost = false;
        rest = dot == std::string::npos ? std::string{} : rest.substr(0, dot);
    }
    return is_word ? proposed(text) : text;
}

std::vector<std::string> paths_like(std::string const& text, std::vector<std::string> const& paths)
{
    std::vector<std::string> near = closest(text, paths);
    std::string const end = fmt::format(".{}", as_name(text));
    for (std::string const& path : paths)
        if (near.size() < 3 && end.size() > 1 && path.ends_with(end) &&
            std::ranges::find(near, path) == near.end())
            near.push_back(path);
    return near;
}
}  // namespace kochmon
