// SPDX-License-Identifier: MIT
#include "analysis/measures/kept_rows.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/diagnostics.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
std::array<std::string, 3> const names_of_months = {"monthly", "yearly", "last"};

std::vector<std::string> parts_of(std::string const& text)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t comma = text.find(','); comma != std::string::npos;
         comma = text.find(',', begin))
    {
        parts.push_back(text.substr(begin, comma - begin));
        begin = comma + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// Names of a flag, each one of `known` and said once.
std::vector<std::string> names_in(std::string const& flag, std::optional<std::string> const& text,
                                  std::vector<std::string> const& known)
{
    if (!text) return {};
    std::vector<std::string> names = parts_of(*text);
    for (auto one = names.begin(); one != names.end(); ++one)
    {
        if (std::ranges::find(known, *one) == known.end())
        {
            std::string const hint = did_you_mean(closest(*one, known));
            throw UsageError(fmt::format("{} {}: there is no '{}'{}{}", flag, *text, *one,
                                         hint.empty() ? "" : ", ",
                                         hint.empty() && known.size() < 20
                                             ? fmt::format(", expected {}", listed(known, "or"))
                                             : hint));
        }
        if (std::find(names.begin(), one, *one) != one)
            throw UsageError(fmt::format("{} {}: '{}' a second time", flag, *text, *one));
    }
    return names;
}

std::vector<std::string> names_of_breakdowns(Corridor const& corridor)
{
    std::vector<std::string> names;
    for (std::size_t by = 0; by < breakdown_count; ++by)
        names.push_back(name(static_cast<Breakdown>(by), corridor));
    return names;
}

KeptMonths months_in(std::optional<std::string> const& text)
{
    if (!text) return KeptMonths::monthly;
    auto const found = std::ranges::find(names_of_months, *text);
    if (found == names_of_months.end())
        throw UsageError(fmt::format("--months-kept {}: expected monthly, yearly or last", *text));
    return static_cast<KeptMonths>(found - names_of_months.begin());
}

/// By country of origin is told what is told by region, and of several economies what is of these.
std::vector<Breakdown> told_by(Measure const& measure, Corridor const& corridor)
{
    std::vector<Breakdown> by = measure.breakdowns;
    bool const has_regions = std::ranges::find(by, Breakdown::origin) != by.end();
    bool const has_economies = measure.of_economies && corridor.with(Own::economy).size() > 1;
    if (has_regions || has_economies) by.push_back(Breakdown::country);
    return by;
}

/// A measure that was asked for by name has a row at least.
void demand_rows(Corridor const& corridor, KeptRows const& kept)
{
    for (Measure const& measure : measures())
    {
        auto const is_told = [&](Breakdown by) { return kept.hold(measure, by); };
        std::vector<Breakdown> const all = told_by(measure, corridor);
        if (kept.measures.empty() || !kept.hold(measure) || std::ranges::any_of(all, is_told))
            continue;
        std::vector<std::string> told;
        told.reserve(all.size());
        for (Breakdown const by : all) told.push_back(name(by, corridor));
        throw UsageError(fmt::format("--by {}: {} is reported by {} alone", breakdowns_of(kept),
                                     measure.name, listed(told, "and")));
    }
}
}  // namespace

bool KeptRows::are_all() const
{
    return *this == KeptRows{};
}

bool KeptRows::hold(Measure const& measure) const
{
    return measures.empty() || std::ranges::find(measures, measure.name) != measures.end();
}

bool KeptRows::hold(Measure const& measure, Breakdown breakdown) const
{
    return hold(measure) && (by.empty() || std::ranges::find(by, breakdown) != by.end());
}

KeptRows kept_rows(Corridor const& corridor, std::optional<std::string> const& measures,
                   std::optional<std::string> const& by, std::optional<std::string> const& months)
{
    std::vector<std::string> const breakdowns = names_of_breakdowns(corridor);
    KeptRows kept{.measures = names_in("--measures", measures, names_of_measures()),
                  .months = months_in(months)};
    kept.by_names = names_in("--by", by, breakdowns);
    for (std::string const& one : kept.by_names)
        kept.by.push_back(
            static_cast<Breakdown>(std::ranges::find(breakdowns, one) - breakdowns.begin()));
    demand_rows(corridor, kept);
    return kept;
}

std::string measures_of(KeptRows const& kept)
{
    return fmt::format("{}", fmt::join(kept.measures, ","));
}

std::string breakdowns_of(KeptRows const& kept)
{
    return fmt::format("{}", fmt::join(kept.by_names, ","));
}

std::string const& name(KeptMonths months)
{
    return names_of_months[static_cast<std::size_t>(months)];
}

std::string told_rows(KeptRows const& kept)
{
    return fmt::format(
        "{} by {}, {}", kept.measures.empty() ? "all measures" : listed(kept.measures, "and"),
        kept.by.empty() ? "all breakdowns" : listed(kept.by_names, "and"), name(kept.months));
}
}  // namespace kochmon
