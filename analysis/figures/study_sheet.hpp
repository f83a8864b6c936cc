// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kochmon
{
/// A figure of a study: numbers, and the script that draws them.
struct StudyFigure
{
    std::string name;  // of its files
    std::string csv;
    std::string script;
};

/// What a figure is drawn on.
struct StudySheet
{
    std::string name;
    int width = 900;  // pixels
    int height = 600;
    std::string title;
    std::string note = {};  // below it, smaller
    std::string body = {};  // of the script: what is plotted
};

/// The whole script: SVG and PDF.
std::string script_of(StudySheet const& sheet);
/// A text in the quotes of gnuplot.
std::string in_quotes(std::string const& text);
/// The same of a label at an axis, which gnuplot takes for a format.
std::string tic_in_quotes(std::string const& text);
/// Shortened in its middle to so many letters, of UTF-8 without accents.
std::string shortened(std::string const& text, std::size_t most);
}  // namespace kochmon
