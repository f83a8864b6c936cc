// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/mistake.hpp"

namespace kochmon
{
/// Collects the mistakes of all files of a scenario and tells them at once, in the order of the
/// files and of their places: `file:line:column: path: what, expected, hint`.
class Diagnostics
{
  public:
    static constexpr std::size_t told_at_most = 20;

    /// The number by which a FilePlace names this file.
    int add_file(std::string name);
    /// The names of the files, by number.
    std::vector<std::string> const& files() const { return files_; }
    void report(FilePlace place, std::string const& path, Mistake const& mistake);
    /// A mistake of a file itself, told once for whatever parameters the file is read.
    void report_once(FilePlace place, std::string const& path, Mistake const& mistake);
    std::size_t count() const { return count_; }
    /// So many mistakes that the costly search for suggestions no longer pays.
    bool is_crowded() const { return count_ > 1000; }
    /// Throws one ScenarioError with all lines if there is any.
    void throw_if_any() const;

  private:
    std::vector<std::string> files_;
    // Only the first in order are kept, so that a hostile file cannot fill the memory.
    std::set<std::pair<FilePlace, std::string>> first_;
    std::set<std::pair<FilePlace, std::string>> told_once_;
    std::size_t count_ = 0;
};

/// The text as a message shows it: in quotes, cut when long, with what is not seen written out.
std::string shown(std::string_view text);
/// `a, b, c` or, with `last` = "or", `a, b or c`.
std::string listed(std::vector<std::string> const& names, std::string_view last = {});
}  // namespace kochmon
