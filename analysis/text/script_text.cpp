// SPDX-License-Identifier: MIT
#include "analysis/text/script_text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "config/plain_text.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
/// What is visible of each line, the line ends kept.
std::string visible_lines(std::string_view text)
{
    std::string shown;
    while (true)
    {
        std::size_t const end = text.find('\n');
        shown += visible(text.substr(0, end));
        if (end == std::string_view::npos) return shown;
        shown += '\n';
        text.remove_prefix(end + 1);
    }
}

/// With a letter exchanged for a text.
std::string with(std::string_view text, char letter, std::string_view instead)
{
    std::string changed;
    for (char const one : text)
        changed += one == letter ? std::string(instead) : std::string(1, one);
    return changed;
}

std::string escaped_in_c(std::string_view text)
{
    return with(with(with(text, '\\', "\\\\"), '"', "\\\""), '\n', "\\n");
}

void for_each_character(std::string_view text,
                        std::function<void(char32_t, std::string_view)> const& take)
{
    while (!text.empty())
    {
        std::size_t const length = std::max<std::size_t>(length_of_character(text), 1);
        take(first_character(text), text.substr(0, length));
        text.remove_prefix(length);
    }
}

std::string latex_character(char32_t character, std::string_view bytes)
{
    static std::array<std::pair<char32_t, char const*>, 34> const special = {
        {{U'\\', "\\textbackslash{}"},
         {U'{', "\\{"},
         {U'}', "\\}"},
         {U'$', "\\$"},
         {U'&', "\\&"},
         {U'#', "\\#"},
         {U'%', "\\%"},
         {U'_', "\\_"},
         {U'^', "\\textasciicircum{}"},
         {U'~', "\\textasciitilde{}"},
         {U'<', "$<$"},
         {U'>', "$>$"},
         {U'|', "$|$"},
         {U'"', "''"},
         {U'`', "\\textquoteleft{}"},
         {U'[', "{[}"},
         {U']', "{]}"},
         {U'*', "{*}"},
         {U'\n', " "},
         {U'\u2013', "--"},
         {U'\u2014', "---"},
         {U'\u2026', "\\ldots{}"},
         {U'\u2212', "$-$"},
         {U'\u2264', "$\\leq$"},
         {U'\u2265', "$\\geq$"},
         {U'\u2018', "`"},
         {U'\u2019', "'"},
         {U'\u201C', "``"},
         {U'\u201D', "''"},
         {U'\u00D7', "$\\times$"},
         {U'\u00B2', "$^2$"},
         {U'\u00B0', "$^\\circ$"},
         {U'\u00B1', "$\\pm$"},
         {U'\u00B7', "$\\cdot$"}}};
    auto const* const found =
        std::ranges::find(special, character, &std::pair<char32_t, char const*>::first);
    if (found != special.end()) return found->second;
    // Letters of Latin with their accents are there in every font.
    bool const is_letter = character >= 0xC0 && character <= 0x17F && character != 0xF7;
    if (character < 0x80 || is_letter) return std::string(bytes);
    return fmt::format("(U+{:04X})", static_cast<unsigned>(character));
}
}  // namespace

std::string gnuplot_text(std::string_view text)
{
    // A quote is joined as a text of its own: doubled, as the manual has it, gnuplot 5.4 takes one
    // at the beginning for the end of the text, and what follows for a command. By its number,
    // since the scanner for macros (@NAME) counts quotes without looking at the others.
    std::string quoted = "'";
    for (char const letter : visible_lines(text))
        if (letter == '\'')
            quoted += "'.\"\\047\".'";
        else if (letter == '\n')
            quoted += "'.\"\\n\".'";
        else
            quoted += letter;
    return quoted + '\'';
}

std::string gnuplot_tic(std::string_view text)
{
    return gnuplot_text(with(text, '%', "%%"));
}

std::string python_text(std::string_view text)
{
    return '"' + escaped_in_c(with(visible_lines(text), '$', "\\$")) + '"';
}

std::string python_name(std::string_view text)
{
    return '"' + escaped_in_c(visible_lines(text)) + '"';
}

std::string r_text(std::string_view text)
{
    std::string quoted = "\"";
    for_each_character(
        escaped_in_c(visible_lines(text)),
        [&](char32_t character, std::string_view bytes)
        {
            quoted += character < 0x80 ? std::string(bytes)
                                       : fmt::format("\\U{:08X}", static_cast<unsigned>(character));
        });
    return quoted + '"';
}

std::string latex_text(std::string_view text)
{
    std::string set;
    for_each_character(visible_lines(text), [&](char32_t character, std::string_view bytes)
                       { set += latex_character(character, bytes); });
    return set;
}
}  // namespace kochmon
