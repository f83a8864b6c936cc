// SPDX-License-Identifier: MIT
#include "config/currencies_file.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "config/diagnostics.hpp"
#include "config/mistyped_unit.hpp"
#include "config/strict_map.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t longest_word = 40;
// Where a rate may lie that names no range.
constexpr Range any_rate{1e-6, 1e6};
constexpr double largest_scale = 1e6;

bool is_code(std::string const& text)
{
    return text.size() == 3 &&
           std::ranges::all_of(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// What a unit is asked for by: no number, point or stroke, which part it from others.
bool is_word(std::string const& text)
{
    return !text.empty() && text.size() <= longest_word && as_name(text) == text &&
           text.find_first_of("0123456789./_+,'\"") == std::string::npos;
}

class CurrenciesReader
{
  public:
    CurrenciesReader(StrictMap const& corridor, Diagnostics& diagnostics)
        : corridor_(corridor), diagnostics_(diagnostics)
    {
    }

    Currencies read()
    {
        std::size_t const before = diagnostics_.count();
        std::vector<Node::Entry> const entries = corridor_.entries("currencies");
        if (corridor_.has("currencies") && diagnostics_.count() == before && entries.empty())
            corridor_.report("currencies", {"names nothing", "a currency at least",
                                            "such as EUR: {name: euro, prices_of: 2015}"});
        if (entries.size() > most_currencies)
            corridor_.report("currencies", {fmt::format("{} currencies", entries.size()),
                                            fmt::format("at most {}", most_currencies)});
        for (Node::Entry const& entry : entries) read_currency(entry);
        bool const is_sound = diagnostics_.count() == before && !list_.empty();
        return is_sound ? Currencies(std::move(list_), std::move(prices_of_)) : Currencies();
    }

  private:
    void read_currency(Node::Entry const& entry)
    {
        std::string const path = "currencies." + entry.key;
        if (!is_code(entry.key))
            diagnostics_.report(entry.place, path,
                                {shown(entry.key) + " is no code of a currency",
                                 "three capital letters, such as EUR"});
        StrictMap const map(entry.value, path,
                            {"name", "plural", "words", "prices_of", "scale", "rate", "range"},
                            diagnostics_);
        CurrencyDeclared currency{.code = entry.key, .name = map.text("name"), .plural = {}};
        currency.plural = map.has("plural") ? map.text("plural") : currency.name;
        if (map.has("words")) currency.words = words(map, path);
        for (std::string const& word : words_for(currency)) take(word, entry.key, map);
        if (list_.empty())
            read_base(map, currency);
        else
            read_other(map, currency);
        list_.push_back(std::move(currency));
    }

    std::vector<std::string> words(StrictMap const& map, std::string const& path)
    {
        std::vector<std::string> sound;
        for (Node const& item : map.list("words"))
            if (item.is_scalar() && is_word(item.text))
                sound.push_back(item.text);
            else
                diagnostics_.report(
                    item.place, path + ".words",
                    {described(item) + " is no word for a currency",
                     "lower-case letters or a sign, without spaces, digits, points or strokes"});
        return sound;
    }

    /// A word that means two things would mean neither.
    void take(std::string const& word, std::string const& code, StrictMap const& map)
    {
        auto const [taken, is_new] = taken_.emplace(word, code);
        std::string const key = map.has("words") ? "words" : "name";
        if (!is_new)
            map.report(key, {fmt::format("{} stands for {} already", shown(word), taken->second),
                             "each word once"});
        else if (means_a_unit(word))
            map.report(key, {shown(word) + " is a word for another unit", "another word"});
    }

    void read_base(StrictMap const& map, CurrencyDeclared& currency)
    {
        for (char const* const key : {"rate", "range"})
            if (map.has(key))
                map.report(key, {"is that of a currency which is exchanged",
                                 "no rate of the first, in which the program calculates"});
        prices_of_ = std::to_string(map.whole("prices_of", 1900, 2199));
        currency.scale = map.number_if_any("scale").value_or(1.0);
        if (currency.scale <= 0.0 || currency.scale > largest_scale)
            map.report(
                "scale",
                {fmt::format("{} multiplies no range", currency.scale),
                 fmt::format("a number above 0, at most {}", largest_scale),
                 "by what the ranges of amounts are multiplied; docs/interfaces.md, Corridors"});
    }

    void read_other(StrictMap const& map, CurrencyDeclared& currency)
    {
        if (map.has("scale")) map.report("scale", {"is that of the first currency", "no such key"});
        if (map.has("prices_of"))
            map.report("prices_of", {"a second currency in which the program calculates",
                                     "the first alone", "leave prices_of out and name its rate"});
        currency.rate = map.text("rate");
        std::string const own = as_name(currency.code);
        std::string const base = as_name(list_.front().code);
        std::string const of_own = fmt::format("{}_per_{}", own, base);
        std::string const of_base = fmt::format("{}_per_{}", base, own);
        currency.is_per_base = currency.rate == of_own;
        if (!currency.rate.empty() && currency.rate != of_own && currency.rate != of_base)
            map.report("rate", {shown(currency.rate) + " is no rate between it and the first",
                                fmt::format("{} or {}", of_own, of_base)});
        currency.range = any_rate;
        if (!map.has("range")) return;
        Bounds const bounds = map.bounds("range");
        currency.range = {bounds.low, bounds.high};
        if (bounds.low <= 0.0) map.report("range", {"begins at 0 or below", "rates above 0"});
    }

    StrictMap const& corridor_;
    Diagnostics& diagnostics_;
    std::vector<CurrencyDeclared> list_;
    std::string prices_of_;
    std::map<std::string, std::string> taken_;  // words, with the codes they stand for
};
}  // namespace

Currencies read_currencies(StrictMap const& corridor, Diagnostics& diagnostics)
{
    return CurrenciesReader(corridor, diagnostics).read();
}
}  // namespace kochmon
