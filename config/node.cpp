// SPDX-License-Identifier: MIT
#include "config/node.hpp"

#include "config/diagnostics.hpp"

namespace kochmon
{
Node const* Node::find(std::string_view key) const
{
    for (Entry const& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

std::string described(Node const& node)
{
    switch (node.kind)
    {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map";
        default:
            return node.quoted ? "the quoted text " + shown(node.text) : shown(node.text);
    }
}

namespace
{
std::string in_single_quotes(std::string const& text)
{
    std::string quoted = "'";
    for (char const letter : text) quoted += letter == '\'' ? "''" : std::string(1, letter);
    return quoted + '\'';
}
}  // namespace

std::string on_one_line(Node const& node)
{
    std::string text;
    if (node.is_list())
    {
        for (Node const& item : node.items) text += (text.empty() ? "" : ", ") + on_one_line(item);
        return '[' + text + ']';
    }
    if (!node.is_map()) return node.quoted ? in_single_quotes(node.text) : node.text;
    for (Node::Entry const& entry : node.entries)
        text += (text.empty() ? "" : ", ") + entry.key + ": " + on_one_line(entry.value);
    return '{' + text + '}';
}
}  // namespace kochmon
