// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "config/diagnostics.hpp"
#include "config/node.hpp"

namespace kochmon
{
/// Turns the marks of the YAML library (lines and bytes from 0) into places.
class TextPlaces
{
  public:
    TextPlaces(std::string_view text, int file);
    FilePlace of(YAML::Mark const& mark) const;
    /// The text from the mark on.
    std::string_view text_at(YAML::Mark const& mark) const;

  private:
    /// Where the mark stands in the text; nothing if it stands nowhere.
    std::optional<std::size_t> position(YAML::Mark const& mark) const;

    std::string_view text_;
    int file_;
    std::vector<std::size_t> line_starts_ = {0};
    std::vector<int> characters_before_;
};

constexpr std::size_t deepest_document = 32;

/// Thrown where a document is nested deeper than it may be; reported already.
struct TooDeep
{
};

/// Thrown where as much of a document is read as was asked for.
struct ReadEnough
{
};

/// Builds the tree from the library's events and reports what must not be in it.
class TreeBuilder final : public YAML::EventHandler
{
  public:
    /// `last_key`: of the outermost map, after whose entry no more is read; empty: all is.
    TreeBuilder(TextPlaces const& places, Diagnostics& diagnostics, std::string_view last_key = {})
        : places_(places), diagnostics_(diagnostics), last_key_(last_key)
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
    void add_key(Node const& node, Open& map);
    void complain(FilePlace place, Mistake const& mistake);
    bool awaits_key() const;
    void stop_after(std::string const& key);

    TextPlaces const& places_;
    Diagnostics& diagnostics_;
    std::string_view last_key_;
    std::vector<Open> open_;
};
}  // namespace kochmon
