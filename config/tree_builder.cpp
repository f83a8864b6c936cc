// SPDX-License-Identifier: MIT
#include "config/tree_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
/// The library takes the end of the file for a closing quote. True for text without quotes.
bool quote_closes(std::string_view text)
{
    bool const is_quoted = text.starts_with('"') || text.starts_with('\'');
    if (!is_quoted) return true;
    char const quote = text.front();
    for (std::size_t at = 1; at < text.size(); ++at)
    {
        if (text[at] == quote) return true;
        if (quote == '"' && text[at] == '\\') ++at;
    }
    return false;
}
}  // namespace

TextPlaces::TextPlaces(std::string_view text, int file) : text_(text), file_(file)
{
    characters_before_.reserve(text.size() + 1);
    int characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        characters_before_.push_back(characters);
        bool const continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
        characters += continues ? 0 : 1;
        if (text[at] == '\n') line_starts_.push_back(at + 1);
    }
    characters_before_.push_back(characters);
}

std::optional<std::size_t> TextPlaces::position(YAML::Mark const& mark) const
{
    bool const is_inside =
        mark.line >= 0 && static_cast<std::size_t>(mark.line) < line_starts_.size();
    if (!is_inside) return std::nullopt;
    std::size_t const start = line_starts_[static_cast<std::size_t>(mark.line)];
    return std::min(start + static_cast<std::size_t>(mark.column), text_.size());
}

FilePlace TextPlaces::of(YAML::Mark const& mark) const
{
    auto const at = position(mark);
    if (!at) return {file_, 1, 1};
    std::size_t const start = line_starts_[static_cast<std::size_t>(mark.line)];
    return {file_, mark.line + 1, characters_before_[*at] - characters_before_[start] + 1};
}

std::string_view TextPlaces::text_at(YAML::Mark const& mark) const
{
    auto const at = position(mark);
    return at ? text_.substr(*at) : std::string_view{};
}

std::string TreeBuilder::path() const
{
    std::string path;
    for (Open const& open : open_)
        if (open.entry) path += (path.empty() ? "" : ".") + open.entry->key;
    return path;
}

bool TreeBuilder::awaits_key() const
{
    return !open_.empty() && open_.back().node.is_map() && !open_.back().entry;
}

void TreeBuilder::complain(FilePlace place, Mistake const& mistake)
{
    diagnostics_.report(place, path(), mistake);
}

/// A node of no kind yet; spoiled if it carries an anchor or a tag.
Node TreeBuilder::begun(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor)
{
    Node node{.kind = Node::Kind::null, .place = places_.of(mark)};
    std::string_view const text = places_.text_at(mark);
    // The library tells a lone "!" and a quoted scalar with the same tag.
    bool const tagged = text.starts_with('!') || (tag != "?" && tag != "!" && !tag.empty());
    if (anchor == YAML::NullAnchor && !tagged && !text.starts_with('&')) return node;
    if (tagged)
        complain(node.place, {"a YAML tag", "a plain value", "leave the tag out"});
    else
        complain(node.place, {"a YAML anchor", "a plain value", "write values out where needed"});
    node.kind = Node::Kind::spoiled;
    return node;
}

void TreeBuilder::OnNull(YAML::Mark const& mark, YAML::anchor_t anchor)
{
    Node node = begun(mark, "", anchor);
    std::string_view const text = places_.text_at(mark);
    bool const written = text.starts_with('~') || text.starts_with('n') || text.starts_with('N');
    // For a value left out the library names the next token, often a line below.
    if (!open_.empty() && !node.is_spoiled() && !written)
        node.place = open_.back().entry ? open_.back().entry->place : open_.back().node.place;
    add(std::move(node));
}

void TreeBuilder::OnAlias(YAML::Mark const& mark, YAML::anchor_t)
{
    Node node{.kind = Node::Kind::spoiled, .place = places_.of(mark)};
    complain(node.place, {"a YAML alias", "a plain value", "write values out where needed"});
    add(std::move(node));
}

void TreeBuilder::OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                           std::string const& text)
{
    Node node = begun(mark, tag, anchor);
    if (!node.is_spoiled()) node.kind = Node::Kind::scalar;
    if (tag == "!" && !quote_closes(places_.text_at(mark)))
    {
        complain(node.place, {"a quote that is never closed"});
        node.kind = Node::Kind::spoiled;
    }
    // The reader of YAML turns \_ and \N into single bytes, which are no UTF-8.
    for (std::string_view rest = text; !rest.empty();)
    {
        std::size_t const length = length_of_character(rest);
        if (length == 0)
        {
            complain(node.place, {"an escape that stands for no character", "plain text",
                                  "write the character itself"});
            node.kind = Node::Kind::spoiled;
            break;
        }
        rest.remove_prefix(length);
    }
    node.text = text;
    node.quoted = tag == "!";
    add(std::move(node));
}

void TreeBuilder::OnSequenceStart(YAML::Mark const& mark, std::string const& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    open(begun(mark, tag, anchor), Node::Kind::list);
}

void TreeBuilder::OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value)
{
    open(begun(mark, tag, anchor), Node::Kind::map);
}

/// Even a spoiled map is followed as one, since keys and values alternate below it.
void TreeBuilder::open(Node node, Node::Kind kind)
{
    if (open_.size() >= deepest_document)
    {
        complain(node.place, {fmt::format("nested deeper than {} levels", deepest_document)});
        throw TooDeep{};
    }
    Node::Kind const kind_at_end = node.is_spoiled() ? Node::Kind::spoiled : kind;
    node.kind = kind;
    open_.push_back({std::move(node), kind_at_end});
}

void TreeBuilder::close()
{
    Node node = std::move(open_.back().node);
    node.kind = open_.back().kind_at_end;
    open_.pop_back();
    add(std::move(node));
}

void TreeBuilder::add(Node node)
{
    if (open_.empty())
    {
        root = std::move(node);
        return;
    }
    Open& parent = open_.back();
    if (awaits_key()) return add_key(node, parent);
    if (!parent.node.is_map())
    {
        parent.node.items.push_back(std::move(node));
        return;
    }
    Node::Entry entry = *std::move(parent.entry);
    parent.entry.reset();
    entry.value = std::move(node);
    std::string const key = entry.key;
    if (parent.keys.insert(key).second) parent.node.entries.push_back(std::move(entry));
    if (open_.size() == 1) stop_after(key);
}

void TreeBuilder::stop_after(std::string const& key)
{
    if (last_key_.empty() || key != last_key_) return;
    close();
    throw ReadEnough{};
}

void TreeBuilder::add_key(Node const& node, Open& map)
{
    bool const is_name = node.is_scalar() && !node.text.empty();
    if (!is_name && !node.is_spoiled())
        complain(node.place, {"a key that is no name", "a single word before the colon"});
    map.entry = Node::Entry{is_name ? node.text : std::string{}, node.place, Node{}};
    if (!is_name || !map.keys.contains(node.text)) return;
    complain(node.place, {"the key is here a second time", "each key once"});
}
}  // namespace kochmon
