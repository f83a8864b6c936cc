// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A few words that are looked for among many short texts, whatever their capitals and plurals.
class WordSearch
{
  public:
    explicit WordSearch(std::string_view asked);

    /// How well a text under a name answers: first by how many of the words are there, then by
    /// where: the end of the name before the rest of it, whole words before their beginnings, and
    /// any part of the name before the text. A part within a word counts from three letters on.
    struct Rank
    {
        int words = 0;
        int weight = 0;
        bool is_named = false;  // one of the words is that by which the name ends
        auto operator<=>(Rank const&) const = default;
    };
    Rank rank(std::string_view name, std::string_view text) const;

  private:
    std::vector<std::string> words_;
};
}  // namespace kochmon
