// SPDX-License-Identifier: MIT
#include "tests/fuzz/mutation.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace kochmon::fuzz
{
namespace
{
bool belongs_to_a_word(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' ||
           letter == '.' || letter == '-';
}
}  // namespace

std::string Mutation::of(std::string text)
{
    for (std::size_t count = 1 + below(3); count > 0; --count) once(text);
    return text;
}

void Mutation::once(std::string& text)
{
    auto const replace = [&](Span span, std::string const& instead)
    { text.replace(span.at, span.length, instead); };
    switch (below(14))
    {
        case 0:
            return replace(token(text), one_of(words_.keys));
        case 1:
            return replace(token(text), any_word());
        case 2:
        case 3:
            return replace(value(text), one_of(words_.values));
        case 4:
            return replace(line(text), "");
        case 5:
        {
            Span const span = line(text);
            return replace({span.at, 0}, text.substr(span.at, span.length));
        }
        case 6:
            return move_line(text);
        case 7:
            return indent(text);
        case 8:
            return nest(text);
        case 9:
            return quote(text);
        case 10:
            return change_digit(text);
        case 11:
            return replace({below(text.size() + 1), 0}, one_of(words_.marks));
        case 12:
            return replace({line(text).at, 0}, any_word() + ": " + one_of(words_.values) + "\n");
        default:
            text += shock();
    }
}

Mutation::Span Mutation::token(std::string const& text)
{
    if (text.empty()) return {0, 0};
    std::size_t begin = below(text.size());
    while (begin < text.size() && !belongs_to_a_word(text[begin])) ++begin;
    while (begin > 0 && belongs_to_a_word(text[begin - 1])) --begin;
    std::size_t end = begin;
    while (end < text.size() && belongs_to_a_word(text[end])) ++end;
    return {begin, end - begin};
}

/// With its line feed.
Mutation::Span Mutation::line(std::string const& text)
{
    if (text.empty()) return {0, 0};
    std::size_t const at = below(text.size());
    std::size_t const before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    std::size_t const begin = before == std::string::npos ? 0 : before + 1;
    std::size_t const end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    return {begin, end - begin};
}

/// What stands between `: ` and the end of a line or entry.
Mutation::Span Mutation::value(std::string const& text)
{
    if (text.empty()) return {0, 0};
    std::size_t const colon = text.find(": ", below(text.size()));
    if (colon == std::string::npos) return token(text);
    std::size_t const end = std::min(text.find_first_of(",}\n", colon), text.size());
    return {colon + 2, end - std::min(end, colon + 2)};
}

std::string Mutation::any_word()
{
    switch (below(4))
    {
        case 0:
            return one_of(words_.keys);
        case 1:
            return one_of(words_.values);
        default:
            return one_of(words_.structure);
    }
}

std::string Mutation::shock()
{
    static std::vector<std::string> const kinds = {"set", "scale", "add"};
    std::string text =
        fmt::format("  - {{lever: {}, {}: {}, from: 20{:02}-{:02}", one_of(words_.levers),
                    one_of(kinds), one_of(words_.values), below(20), 1 + below(12));
    if (below(3) == 0) text += fmt::format(", until: 20{:02}-{:02}", below(40), 1 + below(12));
    if (below(3) == 0) text += fmt::format(", ramp: {} months", below(40));
    if (below(3) == 0) text += ", group: " + one_of(words_.groups);
    return text + "}\n";
}

void Mutation::move_line(std::string& text)
{
    Span const span = line(text);
    std::string const moved = text.substr(span.at, span.length);
    text.erase(span.at, span.length);
    text.insert(line(text).at, moved);
}

void Mutation::indent(std::string& text)
{
    std::size_t const at = line(text).at;
    if (below(2) == 0)
        text.insert(at, std::string(1 + below(4), ' '));
    else if (at < text.size() && text[at] == ' ')
        text.erase(at, 1);
}

/// A value becomes a map, a list or a list of dated values.
void Mutation::nest(std::string& text)
{
    Span const span = value(text);
    std::string const inner = text.substr(span.at, span.length);
    std::string nested = fmt::format("{{value: {}, source: {}}}", inner, any_word());
    if (below(3) == 0) nested = fmt::format("[{}]", inner);
    if (below(3) == 0)
        nested = fmt::format("[{{from: 2005-01, value: {}}}, {{from: 20{:02}-01, value: {}}}]",
                             inner, 5 + below(5), one_of(words_.values));
    if (below(8) == 0) nested = std::string(1 + below(300), '[') + inner;
    text.replace(span.at, span.length, nested);
}

void Mutation::quote(std::string& text)
{
    Span const span = below(2) == 0 ? token(text) : value(text);
    std::string const mark = below(2) == 0 ? "'" : "\"";
    text.insert(span.at + span.length, mark).insert(span.at, mark);
}

void Mutation::change_digit(std::string& text)
{
    static constexpr char const* digits = "0123456789";
    if (text.empty()) return;
    std::size_t const at = text.find_first_of(digits, below(text.size()));
    if (at == std::string::npos) return;
    std::string const more(1 + below(20), digits[below(10)]);
    text.replace(at, below(2), more);
}
}  // namespace kochmon::fuzz
