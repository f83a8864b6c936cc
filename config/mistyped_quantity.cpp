// SPDX-License-Identifier: MIT
#include "config/mistyped_quantity.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "config/mistyped_number.hpp"
#include "config/mistyped_unit.hpp"
#include "config/plain_decimal.hpp"
#include "config/plain_text.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_quantity = 80;
constexpr std::size_t most_meant = 8;  // units by readings; more would help nobody

/// Its words with one usual space between two.
std::string well_spaced(std::string_view text)
{
    std::string spaced;
    while (!text.empty())
    {
        std::size_t const length = std::max<std::size_t>(length_of_character(text), 1);
        char32_t const character = first_character(text);
        bool const is_space = character == U' ' || is_unseen(character);
        if (!is_space) spaced += text.substr(0, length);
        if (is_space && !spaced.empty() && spaced.back() != ' ') spaced += ' ';
        text.remove_prefix(length);
    }
    if (spaced.ends_with(' ')) spaced.pop_back();
    return spaced;
}

bool is_digit(std::string_view text)
{
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Length of the character that a number may begin or go on with; 0 if it ends before.
std::size_t length_of_sign(std::string_view text)
{
    if (is_digit(text) || text.find_first_of("+-.,'_") == 0) return 1;
    for (std::string_view const sign : {"\u2212", "\u2013", "\u2019", "\u02BC"})
        if (text.starts_with(sign)) return sign.size();
    bool const parts_groups = text.starts_with(' ') && is_digit(text.substr(1));
    return parts_groups ? 1 : 0;
}

std::size_t length_of_exponent(std::string_view text)
{
    if (text.find_first_of("eE") != 0) return 0;
    std::size_t const digits = text.find_first_not_of("+-", 1);
    if (digits == std::string_view::npos || digits > 2 || !is_digit(text.substr(digits))) return 0;
    return std::min(text.find_first_not_of("0123456789", digits), text.size());
}

struct Parts
{
    std::string_view number;
    std::string_view unit;
};

std::string_view without_spaces(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// The number up to the letters of the unit; a currency may stand before it.
Parts quantity_parts(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size() && length_of_sign(text.substr(begin)) == 0) ++begin;
    std::size_t end = begin;
    while (std::size_t const length = length_of_sign(text.substr(end))) end += length;
    end += length_of_exponent(text.substr(end));
    bool const is_rate = text.substr(end).starts_with('/') && text.substr(0, end).ends_with(" 1");
    if (is_rate) end -= 2;
    std::string_view number = text.substr(begin, end - begin);
    std::string_view const before = without_spaces(text.substr(0, begin));
    std::string_view after = without_spaces(text.substr(end));
    // The thousand of `25k RUB` and `25 тыс. руб` goes with the number.
    for (std::size_t length = after.size(); length > 0; --length)
    {
        std::string_view multiplier = after.substr(0, length);
        bool const ends_word = length == after.size() || after[length] == ' ';
        if (!ends_word || take_multiplier(multiplier) == 0 || !multiplier.empty()) continue;
        auto const whole = static_cast<std::size_t>(after.data() + length - number.data());
        number = {number.data(), whole};
        after = without_spaces(after.substr(length));
        break;
    }
    if (!before.empty() && !after.empty()) return {};
    return {number, before.empty() ? after : before};
}

/// 480.000 where only whole numbers can be meant: 480000, or 480.
std::vector<Spelling> whole_numbers_of(std::string_view number)
{
    std::size_t const point = number.find('.');
    if (point == std::string_view::npos) return {Spelling{std::string(number)}};
    std::string const whole(number.substr(0, point));
    std::string const rest(number.substr(point + 1));
    std::vector<Spelling> meant;
    if (rest.size() == 3) meant.push_back({whole + rest, "thousands are meant"});
    if (rest.find_first_not_of('0') == std::string::npos)
        meant.push_back({whole, "decimals are meant"});
    if (meant.size() == 1) meant.front().condition.clear();
    return meant;
}

std::vector<Spelling> numbers_of(std::string_view number, Dimension dimension)
{
    bool const is_plain = plain_decimal(number) && !is_negative_zero(number);
    if (is_plain && counts_persons(dimension)) return whole_numbers_of(number);
    return is_plain ? std::vector{Spelling{std::string(number)}}
                    : spellings(number, counts_persons(dimension));
}

Spelling joined(Spelling const& number, std::string_view unit, std::string const& condition)
{
    std::string const& both = number.condition.empty() ? condition : number.condition;
    return {unit.empty() ? number.text : fmt::format("{} {}", number.text, unit), both};
}
}  // namespace

bool counts_persons(Dimension dimension)
{
    return dimension == Dimension::persons || dimension == Dimension::persons_per_year;
}

std::string meant_quantity(std::string_view text, Declared const& declared)
{
    if (text.size() > longest_quantity) return {};
    std::string const spaced = well_spaced(text);
    Parts const parts = quantity_parts(spaced);
    std::vector<Spelling> const numbers = numbers_of(parts.number, declared.dimension);
    bool const takes_bare = parts.unit.empty() && units_of(declared).front().text.empty();
    MeantUnits const meant = takes_bare ? MeantUnits{{""}} : meant_units(parts.unit, declared);
    std::vector<Spelling> quantities;
    for (Spelling const& number : numbers)
        for (std::string_view const unit : meant.units)
            quantities.push_back(joined(number, unit, meant.condition));
    std::erase_if(quantities, [&](Spelling const& one) { return one.text == text; });
    if (quantities.size() > most_meant) return {};
    // Which number and which unit are two questions; a condition answers one.
    if (numbers.size() > 1 && meant.units.size() > 1)
        for (Spelling& quantity : quantities) quantity.condition.clear();
    return write_one_of(quantities);
}
}  // namespace kochmon
