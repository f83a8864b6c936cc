// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/range.hpp"
#include "config/unit.hpp"

namespace kochmon
{
inline constexpr std::size_t most_currencies = 8;

/// What is said of one currency.
struct CurrencyDeclared
{
    std::string code;                     // KGS
    std::string name;                     // Kyrgyz som
    std::string plural;                   // the same, of several
    std::vector<std::string> words = {};  // what people write for it, beside its code
    // Of all but the first: the parameter below markets.exchange that holds its rate, whether that
    // tells how many make one of the first (kgs_per_rub) or how many of the first make one of them
    // (rub_per_usd), and where it must lie.
    std::string rate = {};
    bool is_per_base = false;
    Range range = {};
    // Of the first: by what ranges of amounts, which are those of roubles of 2012, are multiplied.
    double scale = 1.0;

    std::string path_of_rate() const { return "markets.exchange." + rate; }
};

/// The money of a corridor, in its order.
class Currencies
{
  public:
    /// Of a program that knows no money.
    Currencies() = default;
    /// `prices_of`: the year in whose prices the first is reckoned.
    Currencies(std::vector<CurrencyDeclared> list, std::string prices_of);

    std::vector<CurrencyDeclared> const& list() const { return list_; }
    /// In which the program reckons.
    CurrencyDeclared const& base() const { return (*this)[Currency::base]; }
    /// None of the first at the prices of its month.
    CurrencyDeclared const& operator[](Currency currency) const;
    std::string const& prices_of() const { return prices_of_; }

    /// `RUB`, the others, `nominal RUB`.
    std::vector<Unit> const& amounts() const { return amounts_; }
    std::vector<Unit> const& amounts_per_month() const { return amounts_per_month_; }
    /// The unit of an amount that people mean by a word in lower-case letters: `RUB` by `roubles`.
    std::optional<std::string> meant_by(std::string_view word) const;

  private:
    std::vector<CurrencyDeclared> list_;
    std::string prices_of_;
    std::vector<Unit> amounts_;
    std::vector<Unit> amounts_per_month_;
};

/// The code in lower-case letters, then what else people write.
std::vector<std::string> words_for(CurrencyDeclared const& currency);
/// `Roubles for one US dollar`.
std::string meaning_of_rate(CurrencyDeclared const& currency, CurrencyDeclared const& base);
}  // namespace kochmon
