// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "config/corridor.hpp"

namespace kochmon
{
/// The languages of reports: en, ky, ru.
std::vector<std::string> const& languages();

/// What reports say, in one language. Labels from outside (names of scenarios, sources, keys) stay
/// as they are.
class Words
{
  public:
    /// What is in the corridor bears the names that its file gives it. Throws UsageError where
    /// there is no catalogue of the language.
    explicit Words(std::string const& language, Corridor corridor = {});

    std::string const& language() const { return language_; }
    Corridor const& corridor() const { return corridor_; }
    /// The main jurisdiction, as tables name it.
    std::string main_jurisdiction_key() const;

    /// Throws InternalError where there is no such text.
    std::string const& text(std::string const& key) const;
    /// The text with its places filled, in the order of the language: {0}, {1}.
    template <class... Values>
    std::string operator()(std::string const& key, Values const&... values) const
    {
        return fmt::format(fmt::runtime(text(key)), values...);
    }
    /// The name of a measure; of one that has none, its word.
    std::string measure(std::string const& name) const;
    /// The name of a place, group, status, breakdown or decision; of one that has none, its word.
    /// `of`: the breakdown, where a word means different things in several.
    std::string group(std::string const& name, std::string const& of = {}) const;
    /// The head of a column of a chart's table; of one that has none, its name.
    std::string column(std::string const& name) const;
    /// `{0} and {1}` of any number.
    std::string listed(std::vector<std::string> const& parts) const;

  private:
    using Texts = std::map<std::string, std::string>;
    static std::string found_in(Texts const& texts, std::string const& name);
    Texts read(std::string_view catalogue) const;

    /// Of the language of the main jurisdiction, and of those with and without it.
    std::optional<std::string> word_of_language(std::string const& name,
                                                std::string const& of) const;

    std::string language_;
    Corridor corridor_;
    Texts texts_;
    Texts measures_;
    Texts groups_;
};
}  // namespace kochmon
