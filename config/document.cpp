// SPDX-License-Identifier: MIT
#include "config/document.hpp"

#include <exception>
#include <locale>
#include <sstream>
#include <unordered_set>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
/// Turns the marks of the YAML library (lines and bytes from 0) into places.
class Places
{
  public:
    Places(std::string_view text, int file) : text_(text), file_(file)
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
    Place of(YAML::Mark const& mark) const
    {
        if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= line_starts_.size())
            return {file_, 1, 1};
        std::size_t const start = line_starts_[static_cast<std::size_t>(mark.line)];
        std::size_t const at =
            std::min(start + static_cast<std::size_t>(mark.column), text_.size());
        return {file_, mark.line + 1, characters_before_[at] - characters_before_[start] + 1};
    }
    /// The text from the mark on.
    std::string_view text_at(YAML::Mark const& mark) const
    {
        if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= line_starts_.size()) return {};
        std::size_t const at = line_starts_[static_cast<std::size_t>(mark.line)] +
                               static_cast<std::size_t>(mark.column);
        return at < text_.size() ? text_.substr(at) : std::string_view{};
    }

  private:
    std::string_view text_;
    int file_;
    std::vector<std::size_t> line_starts_ = {0};
    std::vector<int> characters_before_;
};

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

struct TooDeep
{
};

/// Builds the tree from the library's events and reports what must not be in it.
class TreeBuilder final : public YAML::EventHandler
{
  public:
    TreeBuilder(Places const& places, Diagnostics& diagnostics)
        : places_(places), diagnostics_(diagnostics)
    {
    }

    void OnDocumentStart(YAML::Mark const&) override {}
    void OnDocumentEnd() override {}
    void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override;
    void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override;
    void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  std::string const& text) override;
    void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override;
    void OnMapEnd() override { close(); }

    Node root;
    /// The keys that lead to where the parser stands.
    std::string path() const;

  private:
    struct Open
    {
        Node node;
        Node::Kind kind_at_end;
        std::optional<Node::Entry> entry = {};  // whose value is still to come
        std::unordered_set<std::string> keys = {};
    };

    Node begun(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor);
    void open(Node node, Node::Kind kind);
    void close();
    void add(Node node);
    void add_key(Node node, Open& map);
    void complain(Place place, Mistake const& mistake);
    bool awaits_key() const;

    Places const& places_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
};

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

void TreeBuilder::complain(Place place, Mistake const& mistake)
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
    if (awaits_key()) return add_key(std::move(node), parent);
    if (!parent.node.is_map())
    {
        parent.node.items.push_back(std::move(node));
        return;
    }
    Node::Entry entry = *std::move(parent.entry);
    parent.entry.reset();
    entry.value = std::move(node);
    if (parent.keys.insert(entry.key).second) parent.node.entries.push_back(std::move(entry));
}

void TreeBuilder::add_key(Node node, Open& map)
{
    bool const is_name = node.is_scalar() && !node.text.empty();
    if (!is_name && !node.is_spoiled())
        complain(node.place, {"a key that is no name", "a single word before the colon"});
    map.entry = Node::Entry{is_name ? node.text : std::string{}, node.place, Node{}};
    if (!is_name || !map.keys.contains(node.text)) return;
    complain(node.place, {"the key stands here a second time", "each key once"});
}

/// Reports what stands after the end of the document, if anything does.
class AfterTheEnd final : public YAML::EventHandler
{
  public:
    struct Found
    {
        YAML::Mark mark;
    };
    void OnDocumentStart(YAML::Mark const& mark) override { throw Found{mark}; }
    void OnDocumentEnd() override {}
    void OnNull(YAML::Mark const&, YAML::anchor_t) override {}
    void OnAlias(YAML::Mark const&, YAML::anchor_t) override {}
    void OnScalar(YAML::Mark const&, std::string const&, YAML::anchor_t,
                  std::string const&) override
    {
    }
    void OnSequenceStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}
};

/// Follows the events; true if the tree is whole.
bool build(std::istream& stream, TreeBuilder& tree, Places const& places, Diagnostics& diagnostics)
{
    try
    {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(tree)) return true;
        AfterTheEnd after;
        parser.HandleNextDocument(after);
        return true;
    }
    catch (AfterTheEnd::Found const& found)
    {
        diagnostics.report(places.of(found.mark), {},
                           {"a second document or text after the end", "one document in a file"});
        return true;
    }
    catch (TooDeep const&)
    {
    }
    catch (YAML::ParserException const& error)
    {
        diagnostics.report(places.of(error.mark), tree.path(),
                           {"not YAML: " + error.msg, {}, "look at this line and the one before"});
    }
    catch (std::exception const& error)
    {
        diagnostics.report(places.of(YAML::Mark()), tree.path(),
                           {fmt::format("not YAML: {}", error.what())});
    }
    return false;
}
}  // namespace

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

std::optional<Node> parse_document(std::string_view text, int file, Diagnostics& diagnostics)
{
    if (text.size() > largest_document)
    {
        diagnostics.report({file, 1, 1}, {}, {"larger than 1 MiB", "a smaller file"});
        return std::nullopt;
    }
    auto unwanted = find_unreadable(text);
    if (!unwanted) unwanted = find_unwanted_yaml(text);
    if (unwanted)
    {
        diagnostics.report({file, unwanted->line, unwanted->column}, {}, unwanted->mistake);
        return std::nullopt;
    }
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    Places const places(text, file);
    TreeBuilder tree(places, diagnostics);
    if (!build(stream, tree, places, diagnostics)) return std::nullopt;
    return std::move(tree.root);
}
}  // namespace kochmon
