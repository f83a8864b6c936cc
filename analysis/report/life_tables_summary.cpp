// SPDX-License-Identifier: MIT
#include "analysis/report/life_tables_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "analysis/statistics/aalen_johansen.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<std::size_t, 5> months_told = {6, 12, 24, 60, 120};
constexpr std::array<char const*, 5> waits_told = {"First permit", "Irregularity", "Overstay",
                                                   "Return", "Citizenship"};

/// First month at which a share is reached.
std::string time_of_share(std::vector<ShareAtTime> const& incidence, double share)
{
    auto const reached = std::ranges::find_if(
        incidence, [&](ShareAtTime const& estimate) { return estimate.value >= share; });
    return reached == incidence.end() ? "-" : fmt::format("{}", reached - incidence.begin());
}

std::string row_of_wait(std::size_t at, WaitCounts const& counts)
{
    RiskCounts const risks = counts.total(at);
    std::vector<ShareAtTime> const incidence = aalen_johansen(risks).incidence.front();
    std::string row = fmt::format("{:<14}{:>9}", waits_told[at], risks.units());
    for (std::size_t const month : months_told)
        row += month < incidence.size() ? fmt::format("{:>9.1f}", 100.0 * incidence[month].value)
                                        : fmt::format("{:>9}", "-");
    return row + fmt::format("{:>10}\n", time_of_share(incidence, 0.25));
}

std::string told_waits(WaitCounts const& counts)
{
    std::string text =
        "Of 100 arrivals, those that met it first, by months since arrival (return, removal,\n"
        "death and what makes it needless compete); month in which 25 had met it\n"
        "                  stays";
    for (std::size_t const month : months_told) text += fmt::format("{:>9}", month);
    text += "   25 by\n";
    for (std::size_t at = 0; at < waits().size(); ++at) text += row_of_wait(at, counts);
    return text + '\n';
}

std::string told_months(StandingCounts const& counts)
{
    auto const found = counts.after_arrival().find(LifeGroup{});
    if (found == counts.after_arrival().end()) return {};
    auto const shares = state_shares(found->second);
    std::vector<double> const months = expected_months(shares);
    std::string text = fmt::format(
        "Expected months in each status, of the first {} after an arrival\n", shares.size());
    for (std::size_t at = 0; at < standing_count; ++at)
        text += fmt::format("  {:<14}{:>7.1f}\n", standing_names[at], months[at]);
    return text + '\n';
}

std::string told_change(Corridor const& corridor, LegalityCounts const& counts)
{
    auto const changes = usual_changes(counts);
    if (changes.empty()) return {};
    RateChange const& change = changes.back();
    std::string text;
    for (LifeGrouping const by : LegalityCounts::groupings)
    {
        KitagawaParts const parts =
            kitagawa(counts.at_both(LegalityCounts::Scope::main, by, change));
        if (parts.groups.empty()) return {};
        if (text.empty())
            text = fmt::format(
                "Legality rate in {}, {} to {}: {:.1f} % to {:.1f} %, a change of {:+.2f} "
                "points\nby                composition   rates within groups\n",
                corridor.main_title(), change.before.text, change.after.text,
                100.0 * parts.total.rate_before, 100.0 * parts.total.rate_after,
                100.0 * parts.total.change());
        text += fmt::format("  {:<14}{:>+13.2f}{:>+22.2f}\n",
                            life_grouping_names[static_cast<std::size_t>(by)],
                            100.0 * parts.total.composition, 100.0 * parts.total.rates);
    }
    return text;
}
}  // namespace

std::string summary_of(LifeTables const& tables, std::string const& scenario)
{
    return fmt::format("Life tables of {}: {} in {}; {} seen from the arrival, {} begun before\n\n",
                       scenario, counted(static_cast<std::size_t>(tables.lives()), "life", "lives"),
                       counted_replicates(tables.replicates()),
                       counted(static_cast<std::size_t>(tables.waits().seen_from_arrival()), "stay",
                               "stays"),
                       tables.waits().begun_before()) +
           told_waits(tables.waits()) + told_months(tables.standings()) +
           told_change(tables.corridor(), tables.legality());
}
}  // namespace kochmon
