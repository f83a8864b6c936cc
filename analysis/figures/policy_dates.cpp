// SPDX-License-Identifier: MIT
#include "analysis/figures/policy_dates.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "config/resolved.hpp"

#include "analysis/figures/axis.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_shocks_told = 3;
constexpr std::size_t most_months_told = 3;

std::string told_months(std::set<Month> const& months)
{
    std::string told;
    if (months.size() <= most_months_told)
        for (Month const month : months) told += (told.empty() ? "" : ", ") + month.text();
    else
        told = fmt::format("{} to {}", months.begin()->text(), months.rbegin()->text());
    return told;
}

std::string shock_in_words(Shock const& shock, Declarations const& declarations)
{
    static constexpr std::array<char const*, 3> kinds = {" = ", " × ", " + "};
    std::string told = declarations.parameters()[shock.parameter].path +
                       kinds[static_cast<std::size_t>(shock.kind)] + shock.amount.text + " from " +
                       shock.from.text();
    if (shock.until) told += " until " + shock.until->text();
    return told;
}
}  // namespace

FigureDates dates_of(Scenario const& scenario)
{
    std::set<Month> begins, ends;
    for (Shock const& shock : scenario.content().shocks)
    {
        begins.insert(shock.from);
        if (shock.until) ends.insert(*shock.until);
    }
    FigureDates dates;
    if (begins.empty()) return dates;
    dates.label = fmt::format("policy begins ({})", told_months(begins));
    if (!ends.empty()) dates.label += fmt::format(", ends ({})", told_months(ends));
    begins.insert(ends.begin(), ends.end());
    // The beginning of the month; `time_of` tells its end.
    for (Month const month : begins) dates.at.push_back(time_of(month - 1));
    return dates;
}

std::string shocks_in_words(Scenario const& scenario)
{
    std::vector<Shock> const& shocks = scenario.content().shocks;
    std::string told;
    for (std::size_t k = 0; k < shocks.size() && k < most_shocks_told; ++k)
        told += (k == 0 ? "" : "; ") + shock_in_words(shocks[k], scenario.content().declarations);
    if (shocks.size() > most_shocks_told)
        told += fmt::format("; and {} more", shocks.size() - most_shocks_told);
    return told;
}
}  // namespace kochmon
