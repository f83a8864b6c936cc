// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/declarations.hpp"

namespace kochmon
{
/// A key that a scenario file may have, with those below it.
struct Branch
{
    enum class Kind
    {
        group,      // a map of further keys
        setting,    // what this room reads itself: time.start, population.seed, ...
        parameter,  // declared; `index` counts in Declarations::parameters()
        table       // declared; `index` counts in Declarations::tables()
    };

    std::string name = {};
    std::string path = {};
    Kind kind = Kind::group;
    std::size_t index = 0;
    bool is_optional = false;
    std::vector<Branch> children = {};

    Branch const* child(std::string_view key) const;
    bool is_group() const { return kind == Kind::group; }
};

/// The tree of all keys: the settings, then what is declared, in the order of the program.
class Outline
{
  public:
    explicit Outline(Declarations const& declarations);
    /// Whether the names of regions and places in it are those of a corridor; else no key that
    /// holds one can be told from a wrong one.
    bool knows_names() const { return knows_names_; }
    Branch const& root() const { return root_; }
    /// Nothing under this path: nullptr.
    Branch const* find(std::string_view path) const;
    /// Paths that a wrong key of `group` may have meant: its siblings first (those that are not
    /// yet `present` before the others), then the same or nearly the same word elsewhere.
    std::vector<std::string> meant(Branch const& group, std::string_view key,
                                   std::vector<std::string> const& present) const;

  private:
    void add(std::string const& path, Branch leaf);
    Branch root_;
    bool knows_names_ = true;
};

/// The paths of all leaves below `branch`, in order.
std::vector<std::string> leaves_below(Branch const& branch);
/// The last part of a path: `fee` of `permit.fee`.
std::string_view last_part(std::string_view path);
}  // namespace kochmon
