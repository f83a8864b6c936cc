// SPDX-License-Identifier: MIT
#include "analysis/targets/modelled_past.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
std::vector<ObservedLine> lines_of(std::vector<Observation> const& observations)
{
    std::vector<ObservedLine> lines;
    for (Observation const& one : observations)
        if (ObservedLine const line{one.measure, one.where, one.in};
            std::ranges::find(lines, line) == lines.end())
            lines.push_back(line);
    return lines;
}

std::vector<SeriesColumn> columns_of(std::vector<ObservedLine> const& lines)
{
    std::vector<SeriesColumn> columns;
    columns.reserve(lines.size());
    for (ObservedLine const& line : lines)
        columns.push_back({line.measure,
                           Breakdown::jurisdiction,
                           "jurisdiction",
                           {line.in, {.jurisdiction = line.where, .country = first_country}}});
    return columns;
}
}  // namespace

std::string ObservedLine::text() const
{
    std::string text = measure->name;
    std::ranges::replace(text, '_', ' ');
    return text + ", " + (in == "total" ? "everywhere" : titled(in));
}

ModelledPast::ModelledPast(ObservedFile const& file)
    : observations_(file.observations), lines_(lines_of(observations_)), series_(columns_of(lines_))
{
}

std::size_t ModelledPast::line_of(Observation const& observation) const
{
    auto const found = std::ranges::find(
        lines_, ObservedLine{observation.measure, observation.where, observation.in});
    return static_cast<std::size_t>(found - lines_.begin());
}

std::optional<double> ModelledPast::of_month(std::size_t line, std::size_t replicate,
                                             Month month) const
{
    if (months() == 0) return std::nullopt;
    int const at = month - series_.month(0);
    if (at < 0 || static_cast<std::size_t>(at) >= months()) return std::nullopt;
    double const value = series_.value(replicate * months() + static_cast<std::size_t>(at), line);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::optional<double> ModelledPast::sum(std::size_t line, std::size_t replicate,
                                        ObservedTime const& time) const
{
    double sum = 0.0;
    for (Month month = time.first; month <= time.last; month = month + 1)
    {
        auto const value = of_month(line, replicate, month);
        if (!value) return std::nullopt;
        sum += *value;
    }
    return sum;
}

std::optional<double> ModelledPast::growth(std::size_t line, std::size_t replicate,
                                           ObservedTime const& time) const
{
    auto const before = of_month(line, replicate, time.first);
    auto const after = of_month(line, replicate, time.last);
    if (!before || !after || *before == 0.0) return std::nullopt;
    return *after / *before - 1.0;
}

std::optional<double> ModelledPast::value(std::size_t line, std::size_t replicate,
                                          ObservedTime const& time) const
{
    switch (time.kind)
    {
        case ObservedTime::Kind::month_end:
            return of_month(line, replicate, time.first);
        case ObservedTime::Kind::sum:
            return sum(line, replicate, time);
        case ObservedTime::Kind::growth:
            break;
    }
    return growth(line, replicate, time);
}

std::optional<Spread> ModelledPast::spread(std::size_t line, ObservedTime const& time) const
{
    std::optional<Spread> spread;
    double holding = 0.0;
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate)
    {
        auto const found = value(line, replicate, time);
        if (!found) continue;
        if (!spread) spread = Spread{0.0, *found, *found};
        spread = Spread{spread->mean + *found, std::min(spread->low, *found),
                        std::max(spread->high, *found)};
        holding += 1.0;
    }
    if (spread) spread->mean /= holding;
    return spread;
}

std::vector<std::vector<std::optional<double>>> ModelledPast::values() const
{
    std::vector<std::vector<std::optional<double>>> values(replicates());
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate)
        for (Observation const& one : observations_)
            values[replicate].push_back(value(line_of(one), replicate, one.time));
    return values;
}
}  // namespace kochmon
