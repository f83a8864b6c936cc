// SPDX-License-Identifier: MIT
#include "analysis/compare/lives_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/contract.hpp"

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t everybody = 0;

std::array<FlipStatus, flip_status_count> all_statuses()
{
    std::array<FlipStatus, flip_status_count> all{};
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = static_cast<FlipStatus>(k);
    return all;
}
}  // namespace

std::string name(Fate const& fate)
{
    switch (fate.kind)
    {
        case Fate::Kind::nothing:
            return "nothing";
        case Fate::Kind::status:
            return flip_status_names[index(fate.status)];
        case Fate::Kind::event:
            break;
    }
    return std::string(event_of(fate.event)->name);
}

void LivesTable::add(Causes& causes, Month month, std::vector<Parting> const& partings,
                     std::size_t cells)
{
    for (Parting const& parting : partings)
    {
        std::vector<std::int64_t>& agents = causes[{month, parting.cause}];
        agents.resize(cells);
        for (std::size_t const cell : parting.cells) ++agents[cell];
    }
}

void LivesTable::add_partings(Month month, std::vector<Parting> const& partings, std::size_t cells)
{
    add(causes_, month, partings, cells);
}

void LivesTable::add_partings_by_rule(Month month, std::vector<Parting> const& partings,
                                      std::size_t cells)
{
    add(causes_by_rule_, month, partings, cells);
}

std::int64_t LivesTable::flipped(Month month, std::size_t cell, FlipStatus base,
                                 FlipStatus policy) const
{
    auto const found = flips_.find(month);
    return found == flips_.end() ? 0 : found->second.agents(cell, base, policy);
}

std::int64_t LivesTable::total(Causes const& causes)
{
    std::int64_t total = 0;
    for (auto const& [key, agents] : causes) total += agents[everybody];
    return total;
}

std::vector<std::pair<Cause, std::int64_t>> LivesTable::causes() const
{
    std::map<Cause, std::int64_t> sums;
    for (auto const& [key, agents] : causes_) sums[key.cause] += agents[everybody];
    std::vector<std::pair<Cause, std::int64_t>> causes(sums.begin(), sums.end());
    std::ranges::stable_sort(causes, std::ranges::greater{},
                             &std::pair<Cause, std::int64_t>::second);
    return causes;
}

std::string LivesTable::flips_header()
{
    return "policy,month,by,group,under_base,under_policy,persons\n";
}

std::string LivesTable::flips_rows(Grouping const& grouping, double persons) const
{
    std::string rows;
    for (auto const& [month, flips] : flips_)
        for (std::size_t cell = 0; cell < grouping.size(); ++cell)
            for (FlipStatus const base : all_statuses())
                for (FlipStatus const policy : all_statuses())
                {
                    std::int64_t const agents = flips.agents(cell, base, policy);
                    if (agents == 0) continue;
                    rows += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(policy_), month.text(),
                                        grouping.by(cell), csv_cell(grouping.group(cell)),
                                        flip_status_names[index(base)],
                                        flip_status_names[index(policy)],
                                        csv_number(static_cast<double>(agents) * persons));
                }
    return rows;
}

std::string LivesTable::causes_header()
{
    return "policy,effect,month,point,under_base,base_place,under_policy,policy_place,by,group,"
           "persons\n";
}

std::string LivesTable::place(Fate const& fate) const
{
    bool const is_somewhere = fate.kind == Fate::Kind::event && fate.place != Place::nowhere;
    return is_somewhere ? places_[index(fate.place)] : std::string();
}

std::string LivesTable::rows_of(Causes const& causes, char const* effect, Grouping const& grouping,
                                double persons) const
{
    std::string rows;
    for (auto const& [key, agents] : causes)
        for (std::size_t cell = 0; cell < grouping.size(); ++cell)
        {
            if (agents[cell] == 0) continue;
            Cause const& cause = key.cause;
            rows += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(policy_), effect,
                                key.month.text(), name(cause.point), name(cause.base),
                                place(cause.base), name(cause.policy), place(cause.policy),
                                grouping.by(cell), csv_cell(grouping.group(cell)),
                                csv_number(static_cast<double>(agents[cell]) * persons));
        }
    return rows;
}

std::string LivesTable::causes_rows(Grouping const& grouping, double persons) const
{
    return rows_of(causes_, "total", grouping, persons) +
           rows_of(causes_by_rule_, "direct", grouping, persons);
}
}  // namespace kochmon
