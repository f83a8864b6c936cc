// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/diagnostics.hpp"
#include "config/node.hpp"

namespace kochmon
{
/// A small map whose keys are known, such as `{value, source}`. Unknown keys are reported at once.
class Keyed
{
  public:
    Keyed(Node const& map, std::string path, std::vector<std::string> keys,
          Diagnostics& diagnostics);
    /// nullptr if the key is not there.
    Node const* optional(std::string_view key) const { return map_.find(key); }
    /// nullptr, and reported, if the key is not there.
    Node const* required(std::string_view key) const;
    /// The scalar text under the key; empty, and reported, if it is no text of one line.
    std::string text(std::string_view key) const;
    Node const& map() const { return map_; }
    /// Whether a key was refused: then what seems to be missing may be what was meant.
    bool has_unknown() const { return has_unknown_; }
    /// Whether a comma in a number has made a key of its end, so that its beginning is no value.
    bool parts_a_number() const { return parts_a_number_; }

  private:
    Mistake unknown(std::size_t at);

    Node const& map_;
    std::string path_;
    std::vector<std::string> keys_;
    Diagnostics& diagnostics_;
    bool has_unknown_ = false;
    bool parts_a_number_ = false;
};

/// Whether a scalar can be written back as one line of YAML.
bool is_one_line(std::string_view text);
}  // namespace kochmon
