// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// A number as it would be read, and when it is the one that was meant.
struct Spelling
{
    std::string text;
    std::string condition = {};  // `thousands are meant`; nothing if there is no doubt
};

/// What may be meant by a number in the manner of another country or program: `772.000`, `1 234,5`,
/// `+5`, `.5`, `1e3`, `25k`. None if no number may be meant.
std::vector<Spelling> spellings(std::string_view text, bool must_be_whole);
/// The decimal number times a thousand or a million: as many places as `zeros`.
std::string with_more_zeros(std::string const& decimal, std::size_t zeros);
/// The zeros for which the end of a text stands, as in `25k` or `3 mln`; takes it from the text.
std::size_t take_multiplier(std::string_view& text);
/// `-0`, `-0.00`: what a sum or a spreadsheet leaves behind, and no number that anybody means.
bool is_negative_zero(std::string_view text);

/// `write '772000'`, or `write '772000' if thousands are meant, '772' if decimals are meant`.
std::string write_one_of(std::vector<Spelling> const& spellings);
/// The same of the number that a text may mean; nothing if there is none.
std::string meant_number(std::string_view text, bool must_be_whole);
}  // namespace kochmon
