// SPDX-License-Identifier: MIT
#include "analysis/words/words.hpp"

#include <algorithm>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "config/languages.hpp"

#include "analysis/words/catalogue_text.hpp"

namespace kochmon
{
std::vector<std::string> const& languages()
{
    static std::vector<std::string> const all(languages_of_reports.begin(),
                                              languages_of_reports.end());
    return all;
}

Words::Words(std::string const& language, Corridor corridor)
    : language_(language), corridor_(std::move(corridor))
{
    if (std::ranges::find(languages(), language) == languages().end())
        throw UsageError(fmt::format("--language {}: expected one of {}", language,
                                     fmt::join(languages(), ", ")));
    texts_ = read(catalogue_of_texts());
    measures_ = read(catalogue_of_measures());
    groups_ = read(catalogue_of_groups());
}

Words::Texts Words::read(std::string_view catalogue) const
{
    Texts texts;
    nlohmann::json const all = nlohmann::json::parse(catalogue);
    for (auto const& [key, by_language] : all.items())
        texts.emplace(key, by_language.at(language_).get<std::string>());
    return texts;
}

std::string const& Words::text(std::string const& key) const
{
    auto const found = texts_.find(key);
    if (found == texts_.end()) throw InternalError(fmt::format("no text '{}'", key));
    return found->second;
}

std::string Words::found_in(Texts const& texts, std::string const& name)
{
    auto const found = texts.find(name);
    return found == texts.end() ? name : found->second;
}

std::string Words::measure(std::string const& name) const
{
    return found_in(measures_, name);
}

std::string Words::main_jurisdiction_key() const
{
    return corridor_.jurisdictions().size() == 0 ? std::string("-")
                                                 : corridor_.name_of(main_jurisdiction);
}

std::optional<std::string> Words::word_of_language(std::string const& name,
                                                   std::string const& of) const
{
    std::string const& tongue = corridor_.language();
    if (tongue.empty() || (name != tongue && of != tongue)) return std::nullopt;
    std::string const key = name == tongue ? name : name + '_' + tongue;
    if (corridor_.has_name(key)) return corridor_.called(key, language_);
    auto const general = groups_.find(name == tongue ? "language" : "language:" + name);
    return general == groups_.end() ? std::nullopt : std::optional(general->second);
}

std::string Words::group(std::string const& name, std::string const& of) const
{
    if (auto const word = word_of_language(name, of)) return *word;
    if (auto const found = groups_.find(of + ':' + name); found != groups_.end())
        return found->second;
    if (corridor_.has_name(name)) return corridor_.called(name, language_);
    if (auto const found = groups_.find(name); found != groups_.end()) return found->second;
    std::size_t const plus = name.find('+');
    if (plus == std::string::npos) return name;
    return group(name.substr(0, plus)) + " – " + group(name.substr(plus + 1));
}

std::string Words::column(std::string const& name) const
{
    if (auto const found = texts_.find("column." + name); found != texts_.end())
        return found->second;
    return found_in(texts_, name);
}

std::string Words::listed(std::vector<std::string> const& parts) const
{
    if (parts.empty()) return {};
    std::string text = parts.front();
    for (std::size_t k = 1; k < parts.size(); ++k)
        text += (k + 1 == parts.size() ? fmt::format(" {} ", this->text("and")) : ", ") + parts[k];
    return text;
}
}  // namespace kochmon
