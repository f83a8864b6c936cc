// SPDX-License-Identifier: MIT
#include "analysis/text/word_search.hpp"

#include <algorithm>
#include <array>

namespace kochmon
{
namespace
{
constexpr int at_end_of_name = 80;
constexpr int in_name = 60;
constexpr int begins_in_name = 40;
constexpr int in_text = 30;
constexpr int begins_in_text = 15;
constexpr int within_name = 10;
constexpr int within_text = 5;
constexpr std::size_t shortest_part = 3;

/// Words of a question that say nothing of what is sought.
constexpr std::array words_of_grammar{"a",    "an",  "and",  "are",   "at",  "by", "for",
                                      "from", "how", "in",   "is",    "of",  "on", "or",
                                      "the",  "to",  "what", "which", "with"};

/// What others say for a word of the program.
struct Synonym
{
    std::string_view said;
    std::string_view meant;
};
constexpr std::array synonyms{Synonym{"enforcement", "check"},  Synonym{"police", "check"},
                              Synonym{"inspection", "check"},   Synonym{"raid", "check"},
                              Synonym{"exam", "test"},          Synonym{"examination", "test"},
                              Synonym{"salary", "wage"},        Synonym{"earning", "wage"},
                              Synonym{"visa", "entry"},         Synonym{"patent", "permit"},
                              Synonym{"licence", "permit"},     Synonym{"license", "permit"},
                              Synonym{"loan", "credit"},        Synonym{"rent", "lodging"},
                              Synonym{"broker", "intermediary"}};

bool is_of_a_word(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
}

/// In lower-case letters, in the singular, with the z of `naturalization`.
std::string plain_word(std::string_view text)
{
    std::string word(text);
    for (char& letter : word)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    if (std::size_t const at = word.find("isation"); at != std::string::npos) word[at + 1] = 'z';
    return word;
}

std::vector<std::string> words_of_text(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();)
    {
        std::size_t end = at;
        while (end < text.size() && is_of_a_word(text[end])) ++end;
        if (end > at) words.push_back(plain_word(text.substr(at, end - at)));
        at = std::max(end, at + 1);
    }
    return words;
}

/// 2: some word is that one; 1: begins so; 0: holds it, or none at all (-1).
int nearness(std::vector<std::string> const& words, std::string const& word)
{
    int nearest = -1;
    for (std::string const& one : words)
    {
        bool const holds = word.size() >= shortest_part && one.find(word) != std::string::npos;
        int const here = one == word ? 2 : one.starts_with(word) ? 1 : holds ? 0 : -1;
        nearest = std::max(nearest, here);
    }
    return nearest;
}

int weight_of(int nearness, int whole, int begins, int within)
{
    return nearness == 2 ? whole : nearness == 1 ? begins : nearness == 0 ? within : 0;
}
}  // namespace

WordSearch::WordSearch(std::string_view asked) : words_(words_of_text(asked))
{
    auto const all = words_;
    std::erase_if(words_, [](std::string const& word)
                  { return std::ranges::find(words_of_grammar, word) != words_of_grammar.end(); });
    if (words_.empty()) words_ = all;
}

WordSearch::Rank WordSearch::rank(std::string_view name, std::string_view text) const
{
    std::size_t const dot = name.rfind('.');
    std::string_view const end = dot == std::string_view::npos ? name : name.substr(dot + 1);
    auto const words_of_end = words_of_text(end);
    auto const words_of_name = words_of_text(name);
    auto const words_told = words_of_text(text);
    Rank rank;
    for (std::string const& word : words_)
    {
        auto const weight_as = [&](std::string const& one)
        {
            return std::max(
                {weight_of(nearness(words_of_end, one), at_end_of_name, begins_in_name,
                           within_name),
                 weight_of(nearness(words_of_name, one), in_name, begins_in_name, within_name),
                 weight_of(nearness(words_told, one), in_text, begins_in_text, within_text)});
        };
        int weight = weight_as(word);
        for (Synonym const& synonym : synonyms)
            if (synonym.said == word)
                weight = std::max(weight, weight_as(std::string(synonym.meant)) - 1);
        rank.words += weight > 0 ? 1 : 0;
        rank.is_named = rank.is_named || weight == at_end_of_name;
        rank.weight += weight;
    }
    return rank;
}
}  // namespace kochmon
