// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/month.hpp"

#include "config/declarations.hpp"
#include "config/run_settings.hpp"
#include "config/shocks.hpp"
#include "config/values.hpp"

namespace kochmon
{
/// Where the level of prices stands (that of the year in which money is reckoned: 1), if the
/// program declares any. The rates stand beside it (CurrencyDeclared::rate).
inline constexpr char const* path_of_price_level = "markets.exchange.price_level";

/// The values of one parameter in every month of a run, shocks applied. Before the run those of
/// its first month hold, after it those of the month that follows its last.
class Timeline
{
  public:
    Timeline() = default;
    Timeline(Month start, std::size_t cells) : start_(start), cells_(cells) {}
    /// Adds the values of the next month, one a cell.
    void append(std::span<double const> values);
    std::span<double const> in(Month month) const;

  private:
    std::size_t number_of(Month month) const;
    Month start_;
    std::size_t cells_ = 1;
    std::vector<std::size_t> step_of_month_;
    std::vector<double> values_;  // of each step, in which something differs from the one before
};

/// An exchange rate or the level of prices. Declared but without a timeline: its mistake has been
/// reported.
struct Rate
{
    bool is_declared = false;
    Timeline const* timeline = nullptr;
};
struct Rates
{
    std::vector<Rate> exchange = {};  // of the currencies of the corridor; the first has none
    Rate price_level = {};

    bool hold(Timeline const* timeline) const;
};
/// `rate`: what there is under a path.
Rates rates_of(Currencies const& currencies, std::function<Rate(std::string const&)> const& rate);

/// Number of group cells of a parameter.
std::size_t cells_of(Declared const& declared);

/// Computes timelines, and reports values that leave the declared range: at the value, or at the
/// shock that moves it out.
class TimelineBuilder
{
  public:
    TimelineBuilder(RunSettings const& settings, Rates rates, Diagnostics& diagnostics)
        : settings_(settings), rates_(std::move(rates)), diagnostics_(diagnostics)
    {
    }
    /// `shocks`: those of this parameter, in the order of the file.
    Timeline build(Declarations::Parameter const& parameter, StatedValues const& stated,
                   std::vector<Shock> const& shocks) const;

  private:
    struct Moment
    {
        Declarations::Parameter const& parameter;
        Month month;
    };
    /// By which rate money is converted, and how a message calls that.
    struct Conversion
    {
        Rate const& rate;
        std::string path;
        char const* verb;
        char const* noun;
    };
    std::optional<double> stated_value(Moment const& moment, StatedValues const& stated) const;
    std::optional<double> amount(Moment const& moment, Value const& value, FilePlace place) const;
    std::optional<double> exchanged(Moment const& moment, Value const& value,
                                    FilePlace place) const;
    std::optional<double> rate(Moment const& moment, Value const& value, FilePlace place,
                               Conversion const& conversion) const;
    bool is_admissible(Moment const& moment, DatedValue const& base, double value) const;
    bool is_shocked_within(Moment const& moment, Shock const& shock, double value) const;
    void apply(Moment const& moment, Shock const& shock, std::vector<double>& cells,
               std::vector<bool>& refused) const;

    RunSettings settings_;
    Rates rates_;
    Diagnostics& diagnostics_;
};
}  // namespace kochmon
