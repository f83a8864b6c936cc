// SPDX-License-Identifier: MIT
#include "config/mistyped_unit.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
struct Word
{
    std::string_view said;
    std::string_view unit;
};

// What people write for the units, in English and in the language of the sources.
constexpr std::array words_for_units = {
    Word{"percent", "%"},    Word{"per_cent", "%"},     Word{"pct", "%"},
    Word{"процент", "%"},    Word{"процента", "%"},     Word{"процентов", "%"},
    Word{"month", "months"}, Word{"mo", "months"},      Word{"mos", "months"},
    Word{"mths", "months"},  Word{"m", "months"},       Word{"мес", "months"},
    Word{"месяц", "months"}, Word{"месяца", "months"},  Word{"месяцев", "months"},
    Word{"day", "days"},     Word{"d", "days"},         Word{"день", "days"},
    Word{"дня", "days"},     Word{"дней", "days"},      Word{"дн", "days"},
    Word{"year", "years"},   Word{"y", "years"},        Word{"yr", "years"},
    Word{"yrs", "years"},    Word{"год", "years"},      Word{"года", "years"},
    Word{"лет", "years"},    Word{"person", "persons"}, Word{"people", "persons"},
    Word{"чел", "persons"},  Word{"человек", "persons"}};

constexpr std::array periods = {
    Word{"months", "month"}, Word{"mo", "month"},    Word{"monthly", "month"},
    Word{"мес", "month"},    Word{"месяц", "month"}, Word{"years", "year"},
    Word{"yr", "year"},      Word{"yearly", "year"}, Word{"annually", "year"},
    Word{"год", "year"},     Word{"г", "year"}};

std::string without_point(std::string word)
{
    if (word.ends_with('.')) word.pop_back();
    return word;
}

std::string canonical(std::string const& said, std::span<Word const> dictionary)
{
    std::string word = without_point(said);
    auto const found = std::ranges::find(dictionary, word, &Word::said);
    return found == dictionary.end() ? word : std::string(found->unit);
}

/// What is there of a unit before `/`.
std::string canonical(std::string const& said, Currencies const* currencies)
{
    auto const money =
        currencies == nullptr ? std::nullopt : currencies->meant_by(without_point(said));
    return money ? *money : canonical(said, std::span<Word const>(words_for_units));
}

/// With `/` for all that says `per`, and lower-case letters.
std::string with_one_stroke(std::string_view text)
{
    std::string name = as_name(text);
    for (std::string_view const per : {"_per_", "_a_", "_в_", "_/_", "/_", "_/", "per_"})
    {
        std::size_t const at = name.find(per);
        bool const is_unit = at == std::string::npos || name == "per_cent";
        if (!is_unit) return fmt::format("{}/{}", name.substr(0, at), name.substr(at + per.size()));
    }
    for (std::string_view const period : {"_monthly", "_yearly", "_annually"})
        if (name.ends_with(period)) name[name.size() - period.size()] = '/';
    return name;
}

/// `RUB/month` of `руб. в мес.`; what is not known stays.
std::string in_words_of_units(std::string_view text, Currencies const* currencies)
{
    std::string const name = with_one_stroke(text);
    std::size_t const stroke = name.find('/');
    std::string base = canonical(name.substr(0, stroke), currencies);
    if (stroke == std::string::npos) return base;
    return fmt::format("{}/{}", base, canonical(name.substr(stroke + 1), periods));
}

/// The units that look like the text.
MeantUnits units_near(std::string_view text, Declared const& declared)
{
    MeantUnits meant;
    std::vector<std::string> names;
    for (Unit const& unit : units_of(declared)) names.emplace_back(unit.text);
    std::vector<std::string> const near = closest(text, names);
    for (Unit const& unit : units_of(declared))
        if (std::ranges::find(near, unit.text) != near.end()) meant.units.push_back(unit.text);
    return meant;
}
}  // namespace

MeantUnits meant_units(std::string_view text, Declared const& declared)
{
    if (text.starts_with('/')) return {};  // the number was a fraction
    MeantUnits meant;
    std::string const name = in_words_of_units(text, declared.currencies.get());
    for (Unit const& unit : units_of(declared))
    {
        if (unit.text == text || (!unit.text.empty() && unit.text == name)) return {{unit.text}};
        if (text.empty() || unit.text.starts_with(name + '/')) meant.units.push_back(unit.text);
    }
    if (text.empty()) return meant;
    if (meant.units.size() == 1)
        meant.condition = fmt::format("it is by the {}",
                                      meant.units.front().ends_with("month") ? "month" : "year");
    return meant.units.empty() ? units_near(text, declared) : meant;
}

bool means_a_unit(std::string_view word)
{
    auto const is_said = [&](std::span<Word const> dictionary)
    {
        return std::ranges::any_of(
            dictionary, [&](Word const& one) { return one.said == word || one.unit == word; });
    };
    return is_said(words_for_units) || is_said(periods);
}
}  // namespace kochmon
