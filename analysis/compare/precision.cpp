// SPDX-License-Identifier: MIT
#include "analysis/compare/precision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/decimal.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr char form[] =
    "expected MEASURE NUMBER UNIT, as 'legality_by_right 0.1 points', and 'at "
    "YYYY-MM' for another month than the last";

std::vector<std::string> words_of(std::string const& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

[[noreturn]] void refuse(std::string const& text, std::string const& reason)
{
    throw UsageError(fmt::format("--precision '{}': {}", text, reason));
}

std::size_t column_of(std::string const& text, std::string const& measure,
                      std::vector<SeriesColumn> const& columns)
{
    std::vector<std::string> names;
    for (std::size_t k = 0; k < columns.size(); ++k)
    {
        if (columns[k].by != Breakdown::total) continue;
        if (columns[k].measure->name == measure) return k;
        names.emplace_back(columns[k].measure->name);
    }
    refuse(text, fmt::format("there is no measure '{}'; {} measures.csv of any run lists them",
                             measure, did_you_mean(closest(measure, names))));
}

/// The unit of the number and how many of the measure's own units one of it is.
std::pair<std::string, double> unit_of(std::string const& unit)
{
    if (unit == "share") return {"points", 0.01};
    return {unit, 1.0};
}

/// Of the interval as it is told; infinite where it is none.
double half_width_of(PairedSample const& sample, Nesting const& nesting)
{
    auto const interval = nested_effect(sample, nesting).effect.nine_in_ten;
    return interval ? (interval->high - interval->low) / 2.0
                    : std::numeric_limits<double>::infinity();
}

/// Replicates for an interval narrower by that ratio, each with a population of its own. The
/// quantile of Student's t is taken as it stands; it falls little once there are ten.
double needed(PairedSample const& sample, double ratio)
{
    return static_cast<double>(sample.replicates()) * ratio * ratio;
}

Month month_of(std::string const& text, std::string const& word, RunSettings const& run)
{
    auto const month = Month::parse(word);
    if (!month || *month < run.first_reported() || *month >= run.end())
        refuse(text, fmt::format("'{}' is no reported month, expected {} to {}", word,
                                 run.first_reported().text(), (run.end() - 1).text()));
    return *month;
}
}  // namespace

Precision precision_of(std::string const& text, RunSettings const& run,
                       std::vector<SeriesColumn> const& columns)
{
    std::vector<std::string> const words = words_of(text);
    bool const has_month = words.size() > 4 && words[words.size() - 2] == "at";
    std::size_t const end = words.size() - (has_month ? 2 : 0);
    if (end < 3) refuse(text, form);
    std::string asked = words[2];
    for (std::size_t k = 3; k < end; ++k) asked += ' ' + words[k];
    std::size_t const column = column_of(text, words[0], columns);
    auto const [unit, scale] = unit_of(columns[column].unit);
    auto const decimal = read_decimal(words[1]);
    auto const number = decimal.value ? nearest_double(*decimal.value) : std::nullopt;
    if (!number || !(*number > 0.0))
        refuse(text, fmt::format("'{}' is no number above 0", words[1]));
    if (asked != unit)
        refuse(text, fmt::format("{} is reported in {}, not in '{}'", words[0], unit, asked));
    Precision precision{.column = column, .half_width = *number * scale, .text = text, .month = {}};
    if (has_month) precision.month = month_of(text, words.back(), run);
    return precision;
}

bool is_out_of_reach(PrecisionReached const& reached, std::uint32_t most)
{
    if (!std::isfinite(reached.needed)) return reached.valued == 0;
    return reached.needed > 4.0 * most;
}

PrecisionReached precision_reached(Precision const& wanted, SeriesRecorder const& base,
                                   std::vector<PolicySeries> const& policies,
                                   Nesting const& nesting)
{
    std::size_t month = base.months() - 1;
    for (std::size_t at = 0; at < base.months(); ++at)
        if (wanted.month == base.month(at)) month = at;
    constexpr double unknown = std::numeric_limits<double>::infinity();
    PrecisionReached reached;
    for (PolicySeries const& policy : policies)
    {
        PairedSample const sample = sample_of(base, policy, wanted.column, month);
        bool const is_judged = sample.replicates() >= fewest_replicates;
        double const width = is_judged ? half_width_of(sample, nesting) : unknown;
        if (width < reached.half_width) continue;
        reached.half_width = width;
        reached.valued = sample.replicates();
        reached.needed = needed(sample, width / wanted.half_width);
        reached.unpaired =
            is_judged ? reached.needed * paired_effect(sample).gain.value_or(0.0) : unknown;
    }
    reached.met = reached.half_width <= wanted.half_width;
    return reached;
}
}  // namespace kochmon
