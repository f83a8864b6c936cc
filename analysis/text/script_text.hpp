// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// Texts of others in scripts that programs run: nothing in them is ever code. What is not seen or
// moves other text is written out first (config/visible_text.hpp).
namespace kochmon
{
/// In the quotes of gnuplot in which it substitutes nothing. A line end stays one.
std::string gnuplot_text(std::string_view text);
/// The same of a label at an axis, which gnuplot takes for a format of numbers.
std::string gnuplot_tic(std::string_view text);
/// In quotes of Python, as matplotlib is to draw it: a dollar begins no formula.
std::string python_text(std::string_view text);
/// In quotes of Python, as it stands.
std::string python_name(std::string_view text);
/// In quotes of R, all in ASCII, so that no locale reads it otherwise.
std::string r_text(std::string_view text);
/// As LaTeX sets it in a cell or a paragraph, with pdflatex too: characters that its fonts do not
/// have are told by their numbers.
std::string latex_text(std::string_view text);
}  // namespace kochmon
