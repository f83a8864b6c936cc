// SPDX-License-Identifier: MIT
#include "config/currencies.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::vector<Unit> units_in(std::vector<CurrencyDeclared> const& list, std::string const& period)
{
    std::vector<Unit> units;
    for (std::size_t k = 0; k < list.size(); ++k)
        units.push_back({.text = list[k].code + period, .currency = static_cast<Currency>(k)});
    units.push_back({.text = fmt::format("nominal {}{}", list.front().code, period),
                     .currency = Currency::nominal_base});
    return units;
}

std::string with_a_capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}
}  // namespace

Currencies::Currencies(std::vector<CurrencyDeclared> list, std::string prices_of)
    : list_(std::move(list)), prices_of_(std::move(prices_of))
{
    EXPECT(!list_.empty() && list_.size() <= most_currencies);
    amounts_ = units_in(list_, "");
    amounts_per_month_ = units_in(list_, "/month");
}

CurrencyDeclared const& Currencies::operator[](Currency currency) const
{
    auto const number = static_cast<std::size_t>(currency);
    EXPECT(number < list_.size());
    return list_[number];
}

std::optional<std::string> Currencies::meant_by(std::string_view word) const
{
    constexpr std::string_view at_its_prices = "nominal_";
    bool const is_nominal = word.starts_with(at_its_prices);
    if (is_nominal) word.remove_prefix(at_its_prices.size());
    for (CurrencyDeclared const& currency : list_)
    {
        if (std::ranges::count(words_for(currency), word) == 0) continue;
        bool const is_base = &currency == &list_.front();
        return is_nominal && is_base ? "nominal " + currency.code : currency.code;
    }
    return std::nullopt;
}

std::vector<std::string> words_for(CurrencyDeclared const& currency)
{
    std::vector<std::string> words = {as_name(currency.code)};
    words.insert(words.end(), currency.words.begin(), currency.words.end());
    return words;
}

std::string meaning_of_rate(CurrencyDeclared const& currency, CurrencyDeclared const& base)
{
    CurrencyDeclared const& many = currency.is_per_base ? currency : base;
    CurrencyDeclared const& one = currency.is_per_base ? base : currency;
    return fmt::format("{} for one {}", with_a_capital(many.plural), one.name);
}
}  // namespace kochmon
