// SPDX-License-Identifier: MIT
#include "analysis/skeleton/values_to_go_by.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "config/parameter_texts.hpp"
#include "config/plain_decimal.hpp"
#include "config/resolved.hpp"
#include "config/units.hpp"

namespace kochmon
{
namespace
{
using Parts = std::vector<std::string>;
constexpr char destinations_of_start[] = "start.destinations.";

Parts parts_of(std::string const& text, char between)
{
    Parts parts(1);
    for (char const letter : text)
        if (letter == between)
            parts.emplace_back();
        else
            parts.back() += letter;
    return parts;
}

std::string joined(Parts const& parts, char between)
{
    std::string text;
    for (std::string const& part : parts)
        text += (text.empty() ? "" : std::string(1, between)) + part;
    return text;
}

std::string renamed(std::map<std::string, std::string> const& names, std::string const& name)
{
    auto const found = names.find(name);
    return found == names.end() ? name : found->second;
}

template <class Ids>
auto of_same_number(Ids const& ids, std::size_t number)
{
    return ids[std::min(number, ids.size() - 1)];
}

bool is_told_apart_by(Corridor const& corridor, std::string const& key)
{
    return std::ranges::any_of(
        corridor.countries(), [&](Country country)
        { return corridor.tells_apart(country) && corridor.told_apart(country).key == key; });
}

using Cells = std::map<std::string, std::string>;  // by column

std::string row_of(TableDeclared const& table, Cells const& cells)
{
    std::string csv;
    for (ColumnDeclared const& column : table.columns) csv += cells.at(column.name) + ',';
    return csv + "assumption\n";
}

bool has_regions(TableDeclared const& table)
{
    return std::ranges::find(table.columns, "region", &ColumnDeclared::name) != table.columns.end();
}

/// Four figures are more than is known.
double rounded(double number)
{
    if (number == 0.0) return number;
    double const unit = std::pow(10.0, std::floor(std::log10(std::abs(number))) - 3.0);
    return std::round(number / unit) * unit;
}

std::string with_unit(double number, std::string const& unit)
{
    return number_text(number) + (unit.empty() ? "" : " " + unit);
}

Places destinations_of(Corridor const& corridor, Jurisdiction where)
{
    Places places;
    for (Place const place : corridor.destinations())
        if (jurisdiction_of(place) == where) places.add(place);
    return places;
}

/// Off, none, or where even that is out of range the middle of it by ratio.
std::string unknown(Declared const& declared)
{
    if (declared.dimension == Dimension::truth) return "false";
    if (declared.dimension == Dimension::word) return declared.words.front();
    auto const& [lowest, highest] = declared.range;
    double const value =
        lowest > 0.0 ? rounded(std::sqrt(lowest * highest)) : std::min(0.0, highest);
    return with_unit(value, unit_of(declared));
}

/// Of the first currency there, for one of that code; nothing: there is no rate of it.
std::optional<double> worth_there(Scenario const& like, std::string const& code)
{
    for (CurrencyDeclared const& currency : like.corridor().currencies().list())
    {
        if (currency.code != code) continue;
        if (currency.rate.empty()) return 1.0;
        double const rate = like.values(currency.path_of_rate(), like.settings().start).front();
        return currency.is_per_base ? 1.0 / rate : rate;
    }
    return std::nullopt;
}
}  // namespace

bool ValuesToGoBy::know_money(Scenario const& like, Corridor const& own)
{
    return worth_there(like, own.currencies().base().code).has_value();
}

ValuesToGoBy::ValuesToGoBy(Scenario const& like, Corridor const& own, std::optional<double> rate)
    : like_(like), own_(own)
{
    auto const worth = worth_there(like, own.currencies().base().code);
    own_money_ = worth ? 1.0 / *worth : rate.value_or(1.0);
    Corridor const& there = like.corridor();
    for (Country const country : own.countries())
    {
        Country const other = of_same_number(there.countries(), index(country));
        countries_[own.name_of(country)] = there.name_of(other);
        for (Region const region : own.regions_of(country))
            countries_of_regions_[own.name_of(region)] = other;
    }
    name_jurisdictions();
}

/// The jurisdiction there of the same number, if it is in a union where this one is, else the first
/// that is.
Jurisdiction ValuesToGoBy::jurisdiction_there(Jurisdiction own) const
{
    Corridor const& there = like_.corridor();
    Jurisdiction const same = of_same_number(there.jurisdictions(), index(own));
    auto const is_alike = [&](Jurisdiction one)
    { return one != main_jurisdiction && there.unions().holds(one) == own_.unions().holds(own); };
    if (own == main_jurisdiction || is_alike(same)) return same;
    auto const found = std::ranges::find_if(there.jurisdictions(), is_alike);
    return found == there.jurisdictions().end() ? same : *found;
}

void ValuesToGoBy::name_jurisdictions()
{
    Corridor const& there = like_.corridor();
    for (Jurisdiction const where : own_.jurisdictions())
    {
        Jurisdiction const other = jurisdiction_there(where);
        jurisdictions_[own_.name_of(where)] = there.name_of(other);
        Places const choice = destinations_of(there, other);
        std::size_t number = 0;
        for (Place const place : destinations_of(own_, where))
            destinations_[own_.name_of(place)] = there.name_of(of_same_number(choice, number++));
    }
}

/// A part of a key with the words of the language there: `without_russian`.
std::string ValuesToGoBy::words_there(std::string const& part) const
{
    Parts words = parts_of(part, '_');
    for (std::string& word : words)
        if (word == own_.adjective())
            word = like_.corridor().adjective();
        else if (word == own_.language())
            word = like_.corridor().language();
    return part == own_.language() ? like_.corridor().language() : joined(words, '_');
}

std::string ValuesToGoBy::path_there(std::string const& own) const
{
    Parts parts = parts_of(own, '.');
    std::string before;
    for (std::string& part : parts)
    {
        std::string const here = part;
        if (before == "jurisdictions")
            part = renamed(jurisdictions_, part);
        else if (before == "destinations")
            part = renamed(destinations_, part);
        else if (countries_.contains(part))
            part = renamed(countries_, part);
        else if (before == "start" && is_told_apart_by(own_, part))
            part = like_.corridor().told_apart(first_country).key;
        else
            part = words_there(part);
        before = here;
    }
    return joined(parts, '.');
}

double ValuesToGoBy::number_there(std::string const& path) const
{
    auto const& known = like_.content().parameter_at;
    return known.contains(path) ? like_.values(path, like_.settings().start).front() : 1.0;
}

/// Shares there, of as many destinations as there are here: whole per cent, what is left over goes
/// to the first.
std::string ValuesToGoBy::share_of_destination(std::string const& path) const
{
    std::size_t const begin = path.find(destinations_of_start) + sizeof destinations_of_start - 1;
    std::string const name = path.substr(begin);
    double sum = 0.0;
    std::vector<double> shares;
    for (Place const place : own_.destinations())
    {
        shares.push_back(number_there(path_there(path.substr(0, begin) + own_.name_of(place))));
        sum += shares.back();
    }
    int left = 100;
    int own = 0;
    for (std::size_t at = 0; at < shares.size(); ++at)
    {
        int const share = sum > 0.0 ? static_cast<int>(std::floor(100.0 * shares[at] / sum)) : 0;
        left -= share;
        if (own_.name_of(own_.destinations()[at]) == name) own = share;
    }
    bool const is_first = own_.name_of(own_.destinations()[0]) == name;
    return fmt::format("{} %", own + (is_first ? left : 0));
}

/// Empty: there is no such key. What only a further country has there stands at the top for the
/// first.
std::string ValuesToGoBy::known_path_there(std::string const& own) const
{
    auto const& known = like_.content().parameter_at;
    std::string there = path_there(own);
    if (!known.contains(there) && there.starts_with("origins."))
        there = there.substr(there.find('.', sizeof "origins.") + 1);
    return known.contains(there) ? there : std::string();
}

/// Of the regions of the country there; not a number where these have no such key.
double ValuesToGoBy::mean_of_regions(std::string const& path) const
{
    Parts parts = parts_of(path, '.');
    double sum = 0.0;
    Regions const regions = like_.corridor().regions_of(countries_of_regions_.at(parts.at(1)));
    for (Region const region : regions)
    {
        parts[1] = like_.corridor().name_of(region);
        std::string const there = known_path_there(joined(parts, '.'));
        if (there.empty()) return std::nan("");
        sum += number_there(there);
    }
    return regions.size() == 1 ? sum : rounded(sum / static_cast<double>(regions.size()));
}

CurrencyDeclared const* ValuesToGoBy::exchanged_at(std::string const& path) const
{
    for (CurrencyDeclared const& currency : own_.currencies().list())
        if (!currency.rate.empty() && currency.path_of_rate() == path) return &currency;
    return nullptr;
}

/// By the rates there; empty: there is none, or it is out of range.
std::string ValuesToGoBy::rate_of(CurrencyDeclared const& currency) const
{
    auto const worth = worth_there(like_, currency.code);
    if (!worth) return {};
    std::string const path = currency.path_of_rate();
    if (own_money_ == 1.0 && like_.content().parameter_at.contains(path))
        return with_unit(number_there(path), "");
    double const in_first = *worth * own_money_;
    double const rate = rounded(currency.is_per_base ? 1.0 / in_first : in_first);
    bool const is_in_range = rate >= currency.range.lowest && rate <= currency.range.highest;
    return is_in_range ? with_unit(rate, "") : std::string();
}

bool ValuesToGoBy::is_unknown(Declarations::Parameter const& parameter) const
{
    if (CurrencyDeclared const* const currency = exchanged_at(parameter.path))
        return rate_of(*currency).empty();
    if (parameter.path.starts_with("regions.")) return std::isnan(mean_of_regions(parameter.path));
    return parameter.path.find(destinations_of_start) == std::string::npos &&
           known_path_there(parameter.path).empty();
}

std::string ValuesToGoBy::value(Declarations::Parameter const& parameter) const
{
    auto const& [path, declared] = parameter;
    if (is_unknown(parameter)) return unknown(declared);
    if (CurrencyDeclared const* const currency = exchanged_at(path)) return rate_of(*currency);
    if (path.find(destinations_of_start) != std::string::npos) return share_of_destination(path);
    bool const is_of_region = path.starts_with("regions.");
    double const factor = is_money(declared.dimension) ? own_money_ : 1.0;
    if (is_of_region)
    {
        double const mean = mean_of_regions(path);
        return with_unit(factor == 1.0 ? mean : rounded(mean * factor), unit_of(declared));
    }
    std::string const there = known_path_there(path);
    if (is_money(declared.dimension))
        return with_unit(
            factor == 1.0 ? number_there(there) : rounded(number_there(there) * factor),
            unit_of(declared));
    return like_.content()
        .stated[like_.content().parameter_at.at(there)]
        .in(like_.settings().start)
        .value.text;
}

/// Of the country there, or of the first where it has none.
Table ValuesToGoBy::rows_there(std::string const& table, Country country) const
{
    Table const& all = like_.table(table);
    Table rows = all.where("country", countries_.at(own_.name_of(country)));
    if (rows.rows() > 0) return rows;
    return all.where("country", like_.corridor().name_of(first_country));
}

/// The persons of the country there, in equal parts.
std::string ValuesToGoBy::rows_of_regions(Declarations::TableAt const& table, Country country) const
{
    Table const rows = rows_there(table.path, country);
    Regions const regions = own_.regions_of(country);
    std::map<std::string, double> by_year;
    for (std::size_t row = 0; row < rows.rows(); ++row)
        by_year[rows.words("year")[row]] += rows.numbers("persons")[row];
    std::string csv;
    for (auto const& [year, persons] : by_year)
    {
        double const each = std::floor(persons / static_cast<double>(regions.size()));
        for (Region const region : regions)
            csv += row_of(table.declared, {{"country", own_.name_of(country)},
                                           {"year", year},
                                           {"region", own_.name_of(region)},
                                           {"persons", fmt::format("{:.0f}", each)}});
    }
    return csv;
}

std::string ValuesToGoBy::rows_of(Declarations::TableAt const& table, Country country) const
{
    Table const rows = rows_there(table.path, country);
    std::string csv;
    for (std::size_t row = 0; row < rows.rows(); ++row)
    {
        Cells cells;
        for (ColumnDeclared const& column : table.declared.columns)
            cells[column.name] = rows.words(column.name)[row];
        cells["country"] = own_.name_of(country);
        csv += row_of(table.declared, cells);
    }
    return csv;
}

std::string ValuesToGoBy::table(Declarations::TableAt const& table) const
{
    std::string csv;
    for (ColumnDeclared const& column : table.declared.columns) csv += column.name + ',';
    csv += "source\n";
    for (Country const country : own_.countries())
        csv +=
            has_regions(table.declared) ? rows_of_regions(table, country) : rows_of(table, country);
    return csv;
}
}  // namespace kochmon
