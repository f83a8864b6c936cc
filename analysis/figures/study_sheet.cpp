// SPDX-License-Identifier: MIT
#include "analysis/figures/study_sheet.hpp"

#include <fmt/format.h>

namespace kochmon
{
namespace
{
constexpr double centimetres_of_a_pixel = 26.4 / 1180.0;

constexpr char study_frame[] =
    R"(# Drawn by kochmon. `gnuplot {name}.gp` in this folder draws it anew.
set encoding utf8
set datafile separator ','
set border 3 lw 1 lc rgb '#404040'
set tics nomirror out scale 0.6,0.3
set grid xtics ytics back lc rgb '#DDDDDD' lw 0.8 dt 1
do for [form = 1:2] {{
    if (form == 1) {{
        set terminal svg size {width},{height} font 'DejaVu Sans,Helvetica,Arial,sans-serif,14' \
            background '#FFFFFF'
        set output '{name}.svg'
    }} else {{
        set terminal pdfcairo size {wide:.1f}cm,{high:.1f}cm font 'DejaVu Sans,9.5' \
            background '#FFFFFF'
        set output '{name}.pdf'
    }}
    set label 101 {title} at screen {left},{first} left noenhanced font (form == 1 ? ',17' : ',11.5')
    set label 102 {note} at screen {left},{second} left noenhanced textcolor rgb '#555555' \
        font (form == 1 ? ',12' : ',8')
{body}
    unset label
}}
set output
)";
}  // namespace

std::string script_of(StudySheet const& sheet)
{
    auto const from_above = [&](double pixels) { return 1.0 - pixels / sheet.height; };
    return fmt::format(
        study_frame, fmt::arg("name", sheet.name), fmt::arg("width", sheet.width),
        fmt::arg("height", sheet.height), fmt::arg("wide", sheet.width * centimetres_of_a_pixel),
        fmt::arg("high", sheet.height * centimetres_of_a_pixel),
        fmt::arg("title", in_quotes(sheet.title)), fmt::arg("note", in_quotes(sheet.note)),
        fmt::arg("left", 20.0 / sheet.width), fmt::arg("first", from_above(24.0)),
        fmt::arg("second", from_above(48.0)), fmt::arg("body", sheet.body));
}

std::string in_quotes(std::string const& text)
{
    std::string quoted = "'";
    for (char const letter : text) quoted += letter == '\'' ? "''" : std::string(1, letter);
    return quoted + '\'';
}

std::string tic_in_quotes(std::string const& text)
{
    std::string format;
    for (char const letter : text) format += letter == '%' ? "%%" : std::string(1, letter);
    return in_quotes(format);
}

std::string shortened(std::string const& text, std::size_t most)
{
    if (text.size() <= most) return text;
    std::size_t const half = (most - 1) / 2;
    return text.substr(0, half) + "…" + text.substr(text.size() - half);
}
}  // namespace kochmon
