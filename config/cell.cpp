// SPDX-License-Identifier: MIT
#include "config/cell.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "config/decimal.hpp"
#include "config/mistyped_number.hpp"
#include "config/plain_text.hpp"
#include "config/suggestion.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
/// What a character that has no place in a number or a name is commonly taken for.
std::string name_of(char32_t character)
{
    if (character == 0xA0 || character == 0x202F) return "a no-break space";
    if (is_unseen(character)) return "a character that is not seen";
    if (character == 0x2212) return "a minus sign that is not -";
    if (character >= 0x2010 && character <= 0x2015) return "a dash that is not -";
    if (character >= 0x400 && character <= 0x52F) return "a Cyrillic letter";
    if (character >= 0x370 && character <= 0x3FF) return "a Greek letter";
    if (character >= 0xFF01 && character <= 0xFF5E) return "a character of double width";
    return "a character";
}

std::optional<char32_t> first_foreign(std::string_view text)
{
    for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(length_of_character(text), 1)))
    {
        char32_t const character = first_character(text);
        if (character >= 0x80 || is_unseen(character)) return character;
    }
    return std::nullopt;
}

/// `Jalal-Abad` or `Osh obl.` as words of a column are written.
std::string as_word(std::string const& text)
{
    std::string name = as_name(text);
    std::ranges::replace(name, '.', '_');
    return name;
}

std::optional<Mistake> mistake_of_value(std::string const& text, double value,
                                        ColumnDeclared const& column)
{
    if (is_negative_zero(text)) return Mistake{shown(text) + " has a sign", {}, "write '0'"};
    bool const is_whole = std::floor(value) == value && text.find('.') == std::string::npos;
    if (column.kind == ColumnKind::whole_number && !is_whole)
        return Mistake{shown(text) + " is not whole", {}, meant_number(text, true)};
    if (column.range.holds(value)) return std::nullopt;
    return Mistake{fmt::format("{} is {} the range", shown(text),
                               value < column.range.lowest ? "below" : "above")};
}
}  // namespace

std::optional<Mistake> unplain(std::string const& text, std::string const& expected)
{
    std::size_t const begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return Mistake{text.empty() ? "an empty cell" : "a cell of spaces", expected};
    if (begin > 0 || text.find_last_not_of(" \t") + 1 < text.size())
        return Mistake{shown(text) + " with a space around it", expected, "leave the space out"};
    if (auto const foreign = first_foreign(text))
        return Mistake{fmt::format("{} holds {} (U+{:04X})", shown(text), name_of(*foreign),
                                   static_cast<unsigned>(*foreign)),
                       expected, meant_number(text, false)};
    return std::nullopt;
}

Reading<double> read_cell(std::string const& text, ColumnDeclared const& column)
{
    // What was expected is put into words for what is wrong alone: there are many cells.
    auto const refused = [&](std::string what, std::string hint) -> Reading<double> {
        return {{}, {std::move(what), expected_text(column), std::move(hint)}};
    };
    if (auto const wrong = unplain(text, {})) return refused(wrong->what, wrong->hint);
    auto const reading = read_number(text);
    if (!reading.value)
    {
        std::string const meant = meant_number(text, column.kind == ColumnKind::whole_number);
        return refused(reading.mistake.what, meant.empty() ? reading.mistake.hint : meant);
    }
    if (auto const wrong = mistake_of_value(text, *reading.value, column))
        return refused(wrong->what, wrong->hint);
    return {*reading.value};
}

std::optional<Mistake> mistake_of_word(std::string const& text, ColumnDeclared const& column,
                                       bool with_hint)
{
    std::vector<std::string> const& words = column.words;
    if (text.empty()) return Mistake{"an empty cell", expected_text(column)};
    if (words.empty() || std::find(words.begin(), words.end(), text) != words.end())
        return std::nullopt;
    if (auto wrong = unplain(text, expected_text(column))) return wrong;
    return Mistake{"unknown word " + shown(text), expected_text(column),
                   with_hint ? meant_word(text, words) : std::string{}};
}

std::string meant_word(std::string const& text, std::vector<std::string> const& words)
{
    std::string const name = as_word(text);
    std::vector<std::string> const near = closest(name, words);
    if (!near.empty()) return did_you_mean(near);
    return did_you_mean(closest(name.substr(0, name.rfind('_')), words));
}

std::string expected_text(ColumnDeclared const& column)
{
    if (column.kind == ColumnKind::word)
        return column.words.empty() ? "a text" : listed(column.words, "or");
    bool const is_whole = column.kind == ColumnKind::whole_number;
    return fmt::format("a {}{} from {} to {}", is_whole ? "whole number" : "number",
                       column.unit.empty() ? std::string{} : " of " + column.unit,
                       number_text(column.range.lowest), number_text(column.range.highest));
}
}  // namespace kochmon
