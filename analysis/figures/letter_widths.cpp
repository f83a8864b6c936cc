// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "config/plain_text.hpp"

#include "analysis/figures/figure_layout.hpp"

namespace kochmon
{
namespace
{
constexpr double millimetres_of_a_point = 25.4 / 72.0;
constexpr double line_spacing = 1.32;

/// Of DejaVu Sans, in parts of its size.
double width_of_letter(char letter)
{
    constexpr std::string_view narrow = "iljI|.,:;'!()[]ftr-/ ", wide = "mwMW%@";
    if (narrow.find(letter) != std::string_view::npos) return 0.38;
    if (wide.find(letter) != std::string_view::npos) return 0.92;
    return letter >= 'A' && letter <= 'Z' ? 0.70 : 0.61;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Up to a place where a line may end; a number or a month is one piece.
std::string_view first_piece(std::string_view text)
{
    std::size_t end = text.find_first_of(" .-_|/");
    while (end != std::string_view::npos && end + 1 < text.size() &&
           (text[end] == '.' || text[end] == '-') && is_digit(text[end + 1]))
        end = text.find_first_of(" .-_|/", end + 1);
    return text.substr(0, end == std::string_view::npos ? end : end + 1);
}
}  // namespace

double width_of(std::string_view text, double points)
{
    double size = 0.0;
    while (!text.empty())
    {
        std::size_t const length = std::max<std::size_t>(length_of_character(text), 1);
        size += length == 1 ? width_of_letter(text.front()) : 0.75;
        text.remove_prefix(length);
    }
    return size * points * millimetres_of_a_point;
}

std::string broken(std::string const& text, double millimetres, double points)
{
    std::string lines, line;
    std::string_view rest = text;
    while (!rest.empty())
    {
        std::string_view const piece = first_piece(rest);
        std::string const longer = line + std::string(piece);
        std::size_t const end = longer.find_last_not_of(' ');
        if (!line.empty() &&
            width_of(std::string_view(longer).substr(0, end + 1), points) > millimetres)
        {
            lines += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
            line = piece;
        }
        else
            line = longer;
        rest.remove_prefix(piece.size());
    }
    return lines + line;
}

double height_of(std::string const& text, double points)
{
    if (text.empty()) return 0.0;
    auto const lines = static_cast<double>(1 + std::ranges::count(text, '\n'));
    return lines * line_spacing * points * millimetres_of_a_point;
}
}  // namespace kochmon
