// SPDX-License-Identifier: MIT
#include "analysis/words/words.hpp"

#include <algorithm>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "analysis/words/catalogue_text.hpp"

namespace kochmon
{
std::vector<std::string> const& languages()
{
    static std::vector<std::string> const all = {"en", "ky", "ru"};
    return all;
}

Words::Words(std::string const& language) : language_(language)
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

std::string Words::group(std::string const& name, std::string const& of) const
{
    if (auto const found = groups_.find(of + ':' + name); found != groups_.end())
        return found->second;
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
