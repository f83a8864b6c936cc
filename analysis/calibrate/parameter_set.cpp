// SPDX-License-Identifier: MIT
#include "analysis/calibrate/parameter_set.hpp"

#include <set>

#include "engine/atomic_file.hpp"

#include "config/node.hpp"
#include "config/strict_map.hpp"

namespace kochmon
{
namespace
{
/// A value with its source, or a series in a file: no group of parameters, though one may be called
/// `value`.
bool is_value(Node const& node)
{
    if (!node.is_map()) return true;
    Node const* const value = node.find("value");
    return node.find("file") != nullptr || (value != nullptr && !value->is_map());
}

void add_values(Node const& group, std::string const& path, std::vector<std::string>& values)
{
    static std::set<std::string> const head = {"schema", "scenario", "base"};
    for (Node::Entry const& entry : group.entries)
    {
        if (path.empty() && head.contains(entry.key)) continue;
        std::string const below = path.empty() ? entry.key : path + '.' + entry.key;
        if (is_value(entry.value))
            values.push_back(below + '=' + on_one_line(entry.value));
        else
            add_values(entry.value, below, values);
    }
}
}  // namespace

ParameterSet read_parameter_set(std::filesystem::path const& file)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    ParameterSet set{.file = file, .text = read_whole_file(file)};
    add_values(root, "", set.values);
    diagnostics.throw_if_any();
    return set;
}
}  // namespace kochmon
