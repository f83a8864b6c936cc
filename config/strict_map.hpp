// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/diagnostics.hpp"
#include "config/node.hpp"

namespace kochmon
{
/// Two numbers, the higher never first.
struct Bounds
{
    double low = 0.0;
    double high = 0.0;

    bool hold(double number) const { return number >= low && number <= high; }
};

/// Reads a map of a file that is no scenario (targets, calibrations) as strictly as scenarios are
/// read: each key is known, present if it is demanded, of its type. What is wrong is reported at
/// its place and leaves an empty value.
class StrictMap
{
  public:
    /// `path`: of the map in its file, empty for the whole. Unknown keys are reported at once.
    StrictMap(Node const& node, std::string path, std::vector<std::string> known,
              Diagnostics& diagnostics);

    bool has(std::string const& key) const { return find(key) != nullptr; }
    /// Whatever it is; nullptr if there is none.
    Node const* find(std::string const& key) const { return node_.find(key); }
    /// Never an empty one.
    std::string text(std::string const& key) const;
    double number(std::string const& key) const;
    std::optional<double> number_if_any(std::string const& key) const;
    std::int64_t whole(std::string const& key, std::int64_t lowest, std::int64_t highest) const;
    /// `[low, high]`; where both are the same, one number alone is in them.
    Bounds bounds(std::string const& key) const;
    std::optional<Bounds> bounds_if_any(std::string const& key) const;
    /// Which of the words.
    std::size_t word(std::string const& key, std::vector<std::string> const& words) const;
    /// Items of a list.
    std::vector<Node> list(std::string const& key) const;
    /// Entries of a map below, in their order.
    std::vector<Node::Entry> entries(std::string const& key) const;
    FilePlace place(std::string const& key) const;
    void report(std::string const& key, Mistake const& mistake) const;

  private:
    std::string path_of(std::string const& key) const;
    /// Nothing, and reported, if it is missing.
    Node const* demand(std::string const& key) const;
    std::optional<double> number_in(Node const& node, std::string const& key) const;

    Node node_;
    std::string path_;
    Diagnostics& diagnostics_;
};

/// Reads a file whose whole is a map that begins with `schema: 1`. Throws FileError, ScenarioError.
Node read_strict_document(std::string const& file, Diagnostics& diagnostics);
}  // namespace kochmon
