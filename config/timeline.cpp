// SPDX-License-Identifier: MIT
#include "config/timeline.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "config/plain_decimal.hpp"

namespace kochmon
{
namespace
{
double changed(double value, Shock::Kind kind, double amount)
{
    switch (kind)
    {
        case Shock::Kind::set:
            return amount;
        case Shock::Kind::scale:
            return value * amount;
        default:
            return value + amount;
    }
}

/// A change to the value itself leaves its bits, whatever the weight.
double towards(double value, double target, double weight)
{
    return weight == 1.0 ? target : value + weight * (target - value);
}

bool is_within(double value, Range const& range)
{
    return value >= range.lowest && value <= range.highest;
}

std::string in_program_units(double value, Declared const& declared)
{
    std::string const& unit = units_of(declared).front().text;
    return number_text(value) + (unit.empty() ? "" : " " + unit);
}
}  // namespace

void Timeline::append(std::span<double const> values)
{
    EXPECT(values.size() == cells_);
    bool const differs =
        values_.empty() || !std::equal(values.begin(), values.end(),
                                       values_.end() - static_cast<std::ptrdiff_t>(cells_));
    if (differs) values_.insert(values_.end(), values.begin(), values.end());
    step_of_month_.push_back(values_.size() / cells_ - 1);
}

std::size_t Timeline::number_of(Month month) const
{
    int const last = static_cast<int>(step_of_month_.size()) - 1;
    return static_cast<std::size_t>(std::clamp(month - start_, 0, last));
}

std::span<double const> Timeline::in(Month month) const
{
    EXPECT(!step_of_month_.empty());
    std::size_t const first = step_of_month_[number_of(month)] * cells_;
    return std::span(values_).subspan(first, cells_);
}

bool Rates::hold(Timeline const* timeline) const
{
    return timeline == price_level.timeline ||
           std::ranges::count(exchange, timeline, &Rate::timeline) > 0;
}

Rates rates_of(Currencies const& currencies, std::function<Rate(std::string const&)> const& rate)
{
    Rates rates{.exchange = {}, .price_level = rate(path_of_price_level)};
    for (CurrencyDeclared const& currency : currencies.list())
        rates.exchange.push_back(currency.rate.empty() ? Rate{} : rate(currency.path_of_rate()));
    return rates;
}

std::size_t cells_of(Declared const& declared)
{
    std::size_t cells = 1;
    for (GroupDimension const& dimension : declared.groups) cells *= dimension.names.size();
    return cells;
}

Timeline TimelineBuilder::build(Declarations::Parameter const& parameter,
                                StatedValues const& stated, std::vector<Shock> const& shocks) const
{
    Timeline timeline(settings_.start, cells_of(parameter.declared));
    std::vector<double> last(cells_of(parameter.declared));
    std::vector<bool> refused(last.size(), false);
    bool is_sound = true;
    bool const changes = stated.is_dated || !shocks.empty() ||
                         stated.values.front().value.currency != Currency::base;
    for (Month month = settings_.start; month <= settings_.end(); month = month + 1)
    {
        // What cannot change is asked once; a mistake is reported once, not for every month.
        bool const is_asked = is_sound && (changes || month == settings_.start);
        auto next = is_asked ? stated_value({parameter, month}, stated) : std::nullopt;
        is_sound = is_sound && (!is_asked || next);
        if (next)
        {
            last.assign(last.size(), *next);
            for (Shock const& shock : shocks) apply({parameter, month}, shock, last, refused);
        }
        timeline.append(last);
    }
    return timeline;
}

std::optional<double> TimelineBuilder::stated_value(Moment const& moment,
                                                    StatedValues const& stated) const
{
    DatedValue const& base = stated.in(moment.month);
    auto const value = amount(moment, base.value, base.place);
    if (!value || !is_admissible(moment, base, *value)) return std::nullopt;
    return value;
}

/// Only a converted amount can be outside: the others have been checked when they were read.
bool TimelineBuilder::is_admissible(Moment const& moment, DatedValue const& base,
                                    double value) const
{
    auto const& [path, declared] = moment.parameter;
    if (base.value.currency == Currency::base || is_within(value, declared.range)) return true;
    diagnostics_.report(base.place, path,
                        {fmt::format("{} is {} in {}", shown(base.value.text),
                                     in_program_units(value, declared), moment.month.text()),
                         expected_text(declared)});
    return false;
}

std::optional<double> TimelineBuilder::rate(Moment const& moment, Value const& value,
                                            FilePlace place, Conversion const& conversion) const
{
    auto const& [is_declared, rates] = conversion.rate;
    if (is_declared && rates == nullptr) return std::nullopt;
    // What never changes cannot follow the rate: it is converted once, at the start.
    bool const is_fixed = moment.parameter.declared.use == Use::fixed;
    double const rate =
        is_declared ? rates->in(is_fixed ? settings_.start : moment.month).front() : 0.0;
    if (rate > 0.0) return rate;
    diagnostics_.report(place, moment.parameter.path,
                        {fmt::format("{} cannot be {}", shown(value.text), conversion.verb),
                         fmt::format("a {} above 0 at {}", conversion.noun, conversion.path)});
    return std::nullopt;
}

/// In the money of the program, of the month in which it is stated.
std::optional<double> TimelineBuilder::exchanged(Moment const& moment, Value const& value,
                                                 FilePlace place) const
{
    if (value.currency == Currency::nominal_base) return value.amount;
    CurrencyDeclared const& money = (*moment.parameter.declared.currencies)[value.currency];
    Rate const& exchange = rates_.exchange.at(static_cast<std::size_t>(value.currency));
    auto const at =
        rate(moment, value, place, {exchange, money.path_of_rate(), "exchanged", "rate"});
    if (!at) return std::nullopt;
    return money.is_per_base ? value.amount / *at : value.amount * *at;
}

/// Money of a month is exchanged, then deflated. A program that declares no level of prices has
/// stable ones, but no nominal money.
std::optional<double> TimelineBuilder::amount(Moment const& moment, Value const& value,
                                              FilePlace place) const
{
    if (value.currency == Currency::base) return value.amount;
    auto const nominal = exchanged(moment, value, place);
    bool const is_deflated =
        rates_.price_level.is_declared || value.currency == Currency::nominal_base;
    if (!nominal || !is_deflated) return nominal;
    auto const level = rate(moment, value, place,
                            {rates_.price_level, path_of_price_level, "deflated", "price level"});
    if (!level) return std::nullopt;
    return *nominal / *level;
}

bool TimelineBuilder::is_shocked_within(Moment const& moment, Shock const& shock,
                                        double value) const
{
    auto const& [path, declared] = moment.parameter;
    if (is_within(value, declared.range) || declared.dimension == Dimension::word) return true;
    diagnostics_.report(shock.place, path,
                        {fmt::format("the shock makes it {} in {}",
                                     in_program_units(value, declared), moment.month.text()),
                         expected_text(declared)});
    return false;
}

/// Where one shock was refused, later ones would start from a value that nobody meant: they, and
/// it in later months, are let be. Elsewhere all go on, so that their mistakes are seen as well.
void TimelineBuilder::apply(Moment const& moment, Shock const& shock, std::vector<double>& cells,
                            std::vector<bool>& refused) const
{
    auto const& groups = moment.parameter.declared.groups;
    std::vector<std::size_t> covered;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (shock.covers(cell, groups) && !refused[cell]) covered.push_back(cell);
    if (covered.empty()) return;
    double const weight = shock.weight(moment.month);
    auto const change = amount(moment, shock.amount, shock.place);
    bool is_sound = change.has_value();
    std::vector<double> const before = cells;
    for (auto cell = covered.begin(); is_sound && weight != 0.0 && cell != covered.end(); ++cell)
    {
        double const target = changed(cells[*cell], shock.kind, *change);
        cells[*cell] = towards(cells[*cell], target, weight);
        is_sound = is_shocked_within(moment, shock, cells[*cell]);
    }
    if (is_sound) return;
    cells = before;  // what follows the rate or the level that it would be is not at fault
    for (std::size_t const cell : covered) refused[cell] = true;
}
}  // namespace kochmon
