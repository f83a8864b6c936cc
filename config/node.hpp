// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/mistake.hpp"

namespace kochmon
{
/// A key of a map with its value. A template, since it holds what holds it.
template <class Value>
struct KeyAndValue
{
    std::string key;
    FilePlace place;
    Value value;
};

/// A piece of YAML with its place. Unlike the tree of the YAML library it keeps whether a scalar
/// was quoted, and it has no aliases, anchors, tags or duplicate keys.
struct Node
{
    enum class Kind
    {
        null,
        scalar,
        list,
        map,
        spoiled  // refused already; nothing more is said about it
    };
    using Entry = KeyAndValue<Node>;

    Kind kind = Kind::null;
    FilePlace place;
    std::string text = {};  // of a scalar
    bool quoted = false;
    std::vector<Node> items = {};     // of a list
    std::vector<Entry> entries = {};  // of a map, in the order of the file

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_list() const { return kind == Kind::list; }
    bool is_map() const { return kind == Kind::map; }
    bool is_spoiled() const { return kind == Kind::spoiled; }
    /// The value under that key: nullptr if there is none.
    Node const* find(std::string_view key) const;
};

/// `nothing`, `text 'abc'`, `a list`, `a map`: what a message calls the node.
std::string described(Node const& node);
/// The node as YAML on one line.
std::string on_one_line(Node const& node);
}  // namespace kochmon
