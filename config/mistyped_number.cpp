// SPDX-License-Identifier: MIT
#include "config/mistyped_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/plain_decimal.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::string replaced(std::string_view text, std::string_view what, std::string_view with)
{
    std::string changed;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what))
    {
        changed.append(text.substr(0, at)).append(with);
        text.remove_prefix(at + what.size());
    }
    return changed.append(text);
}

/// With the signs that stand for others put right: minus signs, and `'` for all that parts groups.
std::string with_usual_signs(std::string text)
{
    for (std::string_view const minus : {"\u2212", "\u2013", "\u2010", "\u2011", "\u2012"})
        text = replaced(text, minus, "-");
    for (std::string_view const space :
         {"\u00A0", "\u202F", "\u2009", "\u2007", "\u2008", "\u200A", "\u2019", "\u02BC", " "})
        text = replaced(text, space, "'");
    if (text.starts_with('+')) text.erase(0, 1);
    if (text.ends_with('.') || text.ends_with(',')) text.pop_back();
    return text;
}

/// The lengths of the groups that a mark makes of a text of digits; none if it is not of digits.
std::vector<std::size_t> lengths_of_groups(std::string_view text, char mark)
{
    std::vector<std::size_t> lengths(1);
    for (char const letter : text)
    {
        if (letter == mark)
            lengths.push_back(0);
        else if (letter >= '0' && letter <= '9')
            ++lengths.back();
        else
            return {};
    }
    return lengths;
}

/// Whether `mark` parts groups of three digits, the first of one to three.
bool parts_thousands(std::string_view text, char mark)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    std::vector<std::size_t> const lengths = lengths_of_groups(text, mark);
    if (lengths.size() < 2 || lengths.front() == 0 || lengths.front() > 3) return false;
    return std::all_of(lengths.begin() + 1, lengths.end(),
                       [](std::size_t length) { return length == 3; });
}

std::string without(std::string text, char mark)
{
    std::erase(text, mark);
    return text;
}

/// `1.5` for `1.500`, `772` for `772.000`.
std::string without_needless_zeros(std::string text)
{
    if (text.find('.') == std::string::npos) return text;
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// The text of digits as one in which the last mark is that of decimals. A mark that stands twice
/// parts thousands.
std::optional<std::string> with_decimals(std::string const& text)
{
    std::size_t const last = text.find_last_of(".,");
    if (last == std::string::npos || last + 1 == text.size()) return std::nullopt;
    std::string const whole = text.substr(0, last);
    if (whole.find(text[last]) != std::string::npos) return std::nullopt;
    std::string const plain = without(without(without(whole, '.'), ','), '\'');
    bool const is_grouped = plain == whole || parts_thousands(whole, '\'') ||
                            parts_thousands(whole, '.') || parts_thousands(whole, ',');
    if (!is_grouped) return std::nullopt;
    bool const begins_with_point = plain.empty() || plain == "-";
    return fmt::format("{}{}.{}", plain, begins_with_point ? "0" : "", text.substr(last + 1));
}

/// `1e3` written out, where that is the same number.
std::optional<std::string> without_exponent(std::string const& text)
{
    std::size_t const mark = text.find_first_of("eE");
    if (mark == std::string::npos || !plain_decimal(text.substr(0, mark))) return std::nullopt;
    std::size_t const digits = text.find_first_not_of("+-", mark + 1);
    if (digits == std::string::npos || digits > mark + 2 ||
        text.find_first_not_of("0123456789", digits) != std::string::npos)
        return std::nullopt;
    auto const number = nearest_double(replaced(text, "e+", "e"));
    if (!number) return std::nullopt;
    std::string written = number_text(*number);
    return nearest_double(written) == number ? std::optional(std::move(written)) : std::nullopt;
}

/// `7` for `007`, which other programs read in base eight.
std::optional<std::string> without_leading_zeros(std::string const& text)
{
    std::string_view digits = text;
    std::string_view const sign = digits.starts_with('-') ? "-" : "";
    digits.remove_prefix(sign.size());
    std::size_t const first = digits.find_first_not_of('0');
    if (first == 0 || first == std::string_view::npos || digits[first] == '.') return std::nullopt;
    return fmt::format("{}{}", sign, digits.substr(first));
}

/// The readings of a number whose signs are put right.
std::vector<Spelling> readings(std::string const& text)
{
    std::vector<Spelling> found;
    for (char const mark : {'.', ',', '\''})
        if (parts_thousands(text, mark))
            found.push_back({without(text, mark), "thousands are meant"});
    if (auto decimals = with_decimals(text))
        found.push_back({*std::move(decimals), "decimals are meant"});
    if (auto plain = without_exponent(text)) found.push_back({*std::move(plain)});
    if (auto plain = without_leading_zeros(text)) found.push_back({*std::move(plain)});
    if (is_negative_zero(text)) found.push_back({"0"});
    found.push_back({text});
    found.push_back({without(text, '_')});
    return found;
}

struct Multiplier
{
    std::string_view text;
    std::size_t zeros;
};

constexpr std::array multipliers = {
    Multiplier{"thousand", 3}, Multiplier{"тысяч", 3}, Multiplier{"тыс.", 3},
    Multiplier{"тыс", 3},      Multiplier{"k", 3},     Multiplier{"K", 3},
    Multiplier{"million", 6},  Multiplier{"mln", 6},   Multiplier{"миллионов", 6},
    Multiplier{"миллиона", 6}, Multiplier{"млн.", 6},  Multiplier{"млн", 6}};
}  // namespace

bool is_negative_zero(std::string_view text)
{
    return text.starts_with("-0") && text.find_first_not_of("0._", 1) == std::string_view::npos;
}

std::size_t take_multiplier(std::string_view& text)
{
    auto const found = std::ranges::find_if(
        multipliers, [&](Multiplier const& multiplier) { return text.ends_with(multiplier.text); });
    if (found == multipliers.end()) return 0;
    text.remove_suffix(found->text.size());
    while (text.ends_with(' ')) text.remove_suffix(1);
    return found->zeros;
}

std::string with_more_zeros(std::string const& decimal, std::size_t zeros)
{
    std::size_t const point = std::min(decimal.find('.'), decimal.size());
    std::string fraction = point < decimal.size() ? decimal.substr(point + 1) : std::string{};
    fraction.resize(std::max(zeros, fraction.size()), '0');
    std::string const digits = decimal.substr(0, point) + fraction.substr(0, zeros);
    std::string const whole = without_leading_zeros(digits).value_or(digits);
    std::string const rest = fraction.substr(zeros);
    return rest.empty() ? whole : fmt::format("{}.{}", whole, rest);
}

std::vector<Spelling> spellings(std::string_view text, bool must_be_whole)
{
    std::string_view number = text;
    std::size_t const zeros = take_multiplier(number);
    std::vector<Spelling> meant;
    for (Spelling& reading : readings(with_usual_signs(std::string(number))))
    {
        if (must_be_whole) reading.text = without_needless_zeros(reading.text);
        auto const decimal = plain_decimal(reading.text);
        if (!decimal || is_negative_zero(*decimal)) continue;
        if (zeros > 0) reading.text = with_more_zeros(*decimal, zeros);
        bool const fits =
            reading.text != text && (!must_be_whole || reading.text.find('.') == std::string::npos);
        auto const is_same = [&](Spelling const& other)
        { return plain_decimal(other.text) == plain_decimal(reading.text); };
        if (fits && std::ranges::none_of(meant, is_same)) meant.push_back(std::move(reading));
    }
    if (meant.size() == 1) meant.front().condition.clear();
    return meant;
}

std::string write_one_of(std::vector<Spelling> const& spellings)
{
    if (spellings.empty()) return {};
    bool const told_apart =
        std::ranges::none_of(spellings, &std::string::empty, &Spelling::condition);
    std::vector<std::string> written;
    written.reserve(spellings.size());
    for (Spelling const& spelling : spellings)
        written.push_back(proposed(spelling.text) +
                          (told_apart ? " if " + spelling.condition : std::string{}));
    if (told_apart) return "write " + listed(written);
    return fmt::format("write {}{}", listed(written, "or"),
                       written.size() > 1 ? ", whichever is meant" : "");
}

std::string meant_number(std::string_view text, bool must_be_whole)
{
    return write_one_of(spellings(text, must_be_whole));
}
}  // namespace kochmon
