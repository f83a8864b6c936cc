// SPDX-License-Identifier: MIT
#include "config/strict_map.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/decimal.hpp"
#include "config/document.hpp"
#include "config/files.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t listed_at_most = 20;  // more words would hide what is wrong
}

StrictMap::StrictMap(Node const& node, std::string path, std::vector<std::string> known,
                     Diagnostics& diagnostics)
    : node_(node), path_(std::move(path)), diagnostics_(diagnostics)
{
    if (node_.is_spoiled()) return;
    if (!node_.is_map())
    {
        diagnostics_.report(node_.place, path_,
                            {described(node_) + " instead of keys", "a map with " + listed(known)});
        return;
    }
    for (Node::Entry const& entry : node_.entries)
        if (std::ranges::find(known, entry.key) == known.end())
            diagnostics_.report(entry.place, path_of(entry.key),
                                {"unknown key", "one of " + listed(known),
                                 did_you_mean(closest(entry.key, known))});
}

std::string StrictMap::path_of(std::string const& key) const
{
    return path_.empty() ? key : path_ + '.' + key;
}

FilePlace StrictMap::place(std::string const& key) const
{
    Node const* const found = node_.find(key);
    return found == nullptr ? node_.place : found->place;
}

void StrictMap::report(std::string const& key, Mistake const& mistake) const
{
    diagnostics_.report(place(key), path_of(key), mistake);
}

Node const* StrictMap::demand(std::string const& key) const
{
    Node const* const found = node_.find(key);
    if (found == nullptr && node_.is_map()) report(key, {"is missing", "a key " + key});
    return found == nullptr || found->is_spoiled() ? nullptr : found;
}

std::string StrictMap::text(std::string const& key) const
{
    Node const* const found = demand(key);
    if (found == nullptr) return {};
    if (!found->is_scalar())
        report(key, {described(*found) + " instead of a text", "a text"});
    else if (found->text.empty())
        report(key, {"is empty", "a text"});
    return found->text;
}

std::optional<double> StrictMap::number_in(Node const& node, std::string const& key) const
{
    if (!node.is_scalar() || node.quoted)
    {
        diagnostics_.report(node.place, path_of(key),
                            {described(node) + " is not a bare number", "a number"});
        return std::nullopt;
    }
    Reading<double> const number = read_number(node.text);
    if (!number.value) diagnostics_.report(node.place, path_of(key), number.mistake);
    return number.value;
}

double StrictMap::number(std::string const& key) const
{
    Node const* const found = demand(key);
    return found == nullptr ? 0.0 : number_in(*found, key).value_or(0.0);
}

std::optional<double> StrictMap::number_if_any(std::string const& key) const
{
    if (!has(key)) return std::nullopt;
    return number(key);
}

std::int64_t StrictMap::whole(std::string const& key, std::int64_t lowest,
                              std::int64_t highest) const
{
    Node const* const found = demand(key);
    if (found == nullptr) return lowest;
    Reading<std::int64_t> const number = read_whole_number(*found, lowest, highest);
    if (!number.value) report(key, number.mistake);
    return number.value.value_or(lowest);
}

Bounds StrictMap::bounds(std::string const& key) const
{
    Node const* const found = demand(key);
    if (found == nullptr) return {};
    if (!found->is_list() || found->items.size() != 2)
    {
        report(key, {described(*found) + " instead of two numbers", "[lowest, highest]"});
        return {};
    }
    auto const low = number_in(found->items[0], key);
    auto const high = number_in(found->items[1], key);
    if (!low || !high) return {};
    if (*low > *high) report(key, {"the first number is above the second", "[lowest, highest]"});
    return {*low, *high};
}

std::optional<Bounds> StrictMap::bounds_if_any(std::string const& key) const
{
    if (!has(key)) return std::nullopt;
    return bounds(key);
}

std::size_t StrictMap::word(std::string const& key, std::vector<std::string> const& words) const
{
    std::string const given = text(key);
    auto const found = std::ranges::find(words, given);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    if (!given.empty())
        report(key, {shown(given) + " is none of its words",
                     words.size() > listed_at_most ? fmt::format("one of {}", words.size())
                                                   : listed(words, "or"),
                     did_you_mean(closest(given, words))});
    return 0;
}

std::vector<Node> StrictMap::list(std::string const& key) const
{
    Node const* const found = demand(key);
    if (found == nullptr) return {};
    if (found->is_list()) return found->items;
    report(key, {described(*found) + " instead of a list", "a list"});
    return {};
}

std::vector<Node::Entry> StrictMap::entries(std::string const& key) const
{
    Node const* const found = demand(key);
    if (found == nullptr) return {};
    if (found->is_map()) return found->entries;
    report(key, {described(*found) + " instead of keys", "a map"});
    return {};
}

Node read_strict_document(std::string const& file, Diagnostics& diagnostics)
{
    Files files(diagnostics);
    TextFile const& text = files.read(file);
    auto root = parse_document(text.text, text.number, diagnostics);
    diagnostics.throw_if_any();
    if (!root) return {};
    Node const* const schema = root->find("schema");
    if (schema == nullptr || !schema->is_scalar() || schema->quoted || schema->text != "1")
        diagnostics.report(schema == nullptr ? root->place : schema->place, "schema",
                           {"is no schema of this program", "a map that begins with schema: 1"});
    diagnostics.throw_if_any();
    return *std::move(root);
}
}  // namespace kochmon
