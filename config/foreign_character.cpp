// SPDX-License-Identifier: MIT
#include "config/foreign_character.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>

#include "config/plain_text.hpp"

namespace kochmon
{
namespace
{
struct Lookalike
{
    std::uint32_t first;
    std::uint32_t last;
    char const* name;
    char const* instead;
};

// What word processors, keyboards and spreadsheets put in the place of letters of ASCII.
constexpr std::array lookalikes = {
    Lookalike{0x00A0, 0x00A0, "a no-break space", "an ordinary space"},
    Lookalike{0x00AD, 0x00AD, "a soft hyphen", "nothing or -"},
    Lookalike{0x00B7, 0x00B7, "a middle dot", "a point"},
    Lookalike{0x00D7, 0x00D7, "a multiplication sign", "an x"},
    Lookalike{0x0370, 0x03FF, "a Greek letter", "the Latin one"},
    Lookalike{0x0400, 0x052F, "a Cyrillic letter", "the Latin one"},
    Lookalike{0x0660, 0x0669, "an Arabic digit", "0 to 9"},
    Lookalike{0x066B, 0x066C, "an Arabic separator", "a decimal point"},
    Lookalike{0x06F0, 0x06F9, "a Persian digit", "0 to 9"},
    Lookalike{0x2000, 0x200A, "a space of its own width", "an ordinary space"},
    Lookalike{0x200B, 0x200F, "a character without width", "nothing"},
    Lookalike{0x2010, 0x2015, "a hyphen or dash", "-"},
    Lookalike{0x2018, 0x201F, "a typographic quotation mark", "' or \""},
    Lookalike{0x202A, 0x202E, "a mark of writing direction", "nothing"},
    Lookalike{0x202F, 0x202F, "a narrow no-break space", "an ordinary space"},
    Lookalike{0x2044, 0x2044, "a fraction slash", "/"},
    Lookalike{0x205F, 0x2064, "a character of formulas", "an ordinary space or nothing"},
    Lookalike{0x2212, 0x2212, "a minus sign", "-"},
    Lookalike{0x2215, 0x2215, "a division slash", "/"},
    Lookalike{0x3000, 0x3000, "an ideographic space", "an ordinary space"},
    Lookalike{0xFEFF, 0xFEFF, "a byte order mark", "nothing"},
    Lookalike{0xFF01, 0xFF5E, "a character of full width", "the ordinary one"}};

struct Twin
{
    std::string_view foreign;
    std::string_view latin;
};

// Letters that look as one of ours does, each at the place of its twin.
constexpr std::array twins = {
    Twin{"\u0430", "a"}, Twin{"\u0435", "e"}, Twin{"\u043E", "o"}, Twin{"\u0440", "p"},
    Twin{"\u0441", "c"}, Twin{"\u0443", "y"}, Twin{"\u0445", "x"}, Twin{"\u0456", "i"},
    Twin{"\u0458", "j"}, Twin{"\u0455", "s"}, Twin{"\u04BB", "h"}, Twin{"\u051B", "q"},
    Twin{"\u051D", "w"}, Twin{"\u0410", "A"}, Twin{"\u0412", "B"}, Twin{"\u0415", "E"},
    Twin{"\u041A", "K"}, Twin{"\u041C", "M"}, Twin{"\u041D", "H"}, Twin{"\u041E", "O"},
    Twin{"\u0420", "P"}, Twin{"\u0421", "C"}, Twin{"\u0422", "T"}, Twin{"\u0423", "Y"},
    Twin{"\u0425", "X"}, Twin{"\u0406", "I"}, Twin{"\u0408", "J"}, Twin{"\u0405", "S"},
    Twin{"\u03BF", "o"}, Twin{"\u03BD", "v"}, Twin{"\u0391", "A"}, Twin{"\u0392", "B"},
    Twin{"\u0395", "E"}, Twin{"\u0396", "Z"}, Twin{"\u0397", "H"}, Twin{"\u0399", "I"},
    Twin{"\u039A", "K"}, Twin{"\u039C", "M"}, Twin{"\u039D", "N"}, Twin{"\u039F", "O"},
    Twin{"\u03A1", "P"}, Twin{"\u03A4", "T"}, Twin{"\u03A5", "Y"}, Twin{"\u03A7", "X"}};

/// Of valid UTF-8.
std::uint32_t code_point(std::string_view character)
{
    auto const byte = [&](std::size_t at)
    { return static_cast<std::uint32_t>(static_cast<unsigned char>(character[at])); };
    if (character.size() == 1) return byte(0);
    std::uint32_t point = byte(0) & (0xFFU >> (character.size() + 1));
    for (std::size_t at = 1; at < character.size(); ++at)
        point = (point << 6U) | (byte(at) & 0x3FU);
    return point;
}

/// The character that stands at the beginning as `visible` shows it, `\u{a0}`; 0 if none does.
std::uint32_t written_out(std::string_view text)
{
    if (!text.starts_with("\\u{")) return 0;
    std::uint32_t point = 0;
    std::from_chars(text.data() + 3, text.data() + text.size(), point, 16);
    return point;
}

std::string named(std::uint32_t point, std::string_view character = {})
{
    auto const known = std::ranges::find_if(
        lookalikes, [&](Lookalike const& one) { return one.first <= point && point <= one.last; });
    if (known == lookalikes.end()) return fmt::format("it holds the character U+{:04X}", point);
    auto const twin = std::ranges::find(twins, character, &Twin::foreign);
    if (character.empty() || twin == twins.end())
        return fmt::format("it holds {} (U+{:04X}), write {}", known->name, point, known->instead);
    return fmt::format("it holds {} that looks like {} (U+{:04X}), write the Latin one",
                       known->name, twin->latin, point);
}
}  // namespace

std::string foreign_character(std::string_view text)
{
    while (!text.empty())
    {
        if (std::uint32_t const unseen = written_out(text); unseen > 0) return named(unseen);
        std::size_t const length = length_of_character(text);
        if (length == 0) return {};
        std::string_view const character = text.substr(0, length);
        if (length > 1) return named(code_point(character), character);
        text.remove_prefix(1);
    }
    return {};
}

std::string in_latin(std::string_view text)
{
    std::string latin;
    while (!text.empty())
    {
        std::size_t const length = std::max<std::size_t>(length_of_character(text), 1);
        std::string_view const character = text.substr(0, length);
        auto const twin = std::ranges::find(twins, character, &Twin::foreign);
        latin += twin == twins.end() ? character : twin->latin;
        text.remove_prefix(length);
    }
    return latin;
}
}  // namespace kochmon
