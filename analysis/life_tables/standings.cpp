// SPDX-License-Identifier: MIT
#include "analysis/life_tables/standings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "analysis/text/csv_text.hpp"

namespace kochmon
{
std::vector<LegalStanding> standings_of(PanelLife const& life)
{
    std::vector<LegalStanding> standings;
    for (Spell const& spell : life.spells)
    {
        int const months = spell.until.value_or(life.end) - spell.from;
        standings.insert(standings.end(), static_cast<std::size_t>(months),
                         standing_of(spell.status));
    }
    if (life.died()) standings.push_back(LegalStanding::dead);
    return standings;
}

void StandingCounts::observe(PanelLife const& life)
{
    std::vector<LegalStanding> const standings = standings_of(life);
    count_moves(standings, life.begin());
    for (Stay const& stay : stays_of(life))
        if (stay.is_seen_from_arrival())
            for (LifeGroup const& group : groups_of(stay, life))
                follow(standings, static_cast<std::size_t>(stay.arrival - life.begin()), group);
}

void StandingCounts::follow(std::vector<LegalStanding> const& standings, std::size_t begin,
                            LifeGroup const& group)
{
    StateMoves& moves = after_arrival_.try_emplace(group, standing_count).first->second;
    ++moves.start[index(standings[begin])];
    std::size_t const end = std::min(standings.size() - begin, months_after_arrival);
    for (std::size_t month = 1; month < end; ++month)
        moves.add(month - 1, index(standings[begin + month - 1]), index(standings[begin + month]));
}

void StandingCounts::count_moves(std::vector<LegalStanding> const& standings, Month begin)
{
    for (std::size_t month = 1; month < standings.size(); ++month)
    {
        int const year = (begin + static_cast<int>(month)).year();
        for (LifeGroup const& group : {LifeGroup{}, LifeGroup{LifeGrouping::year, year}})
        {
            auto& cells = moves_.try_emplace(group, standing_count * standing_count).first->second;
            ++cells[index(standings[month - 1]) * standing_count + index(standings[month])];
        }
    }
}

std::vector<double> expected_months(std::vector<std::vector<double>> const& shares)
{
    std::vector<double> months(standing_count);
    for (auto const& of_month : shares)
        for (std::size_t standing = 0; standing < standing_count; ++standing)
            months[standing] += of_month[standing];
    return months;
}

std::string status_after_arrival_csv(Corridor const& corridor, StandingCounts const& counts)
{
    std::string csv = "by,group,months,status,share\n";
    for (auto const& [group, moves] : counts.after_arrival())
    {
        auto const shares = state_shares(moves);
        for (std::size_t month = 0; month < shares.size(); ++month)
            for (std::size_t standing = 0; standing < standing_count; ++standing)
                fmt::format_to(std::back_inserter(csv), "{},{},{},{},{}\n", group.grouping(),
                               group.name(corridor), month, standing_names[standing],
                               csv_number(shares[month][standing]));
    }
    return csv;
}

std::string months_in_status_csv(Corridor const& corridor, StandingCounts const& counts)
{
    std::string csv = "by,group,arrivals,within_months,status,months\n";
    for (auto const& [group, moves] : counts.after_arrival())
    {
        auto const arrivals =
            std::accumulate(moves.start.begin(), moves.start.end(), std::int64_t{0});
        auto const shares = state_shares(moves);
        std::vector<double> const months = expected_months(shares);
        for (std::size_t standing = 0; standing < standing_count; ++standing)
            fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{}\n", group.grouping(),
                           group.name(corridor), arrivals, shares.size(), standing_names[standing],
                           csv_number(months[standing]));
    }
    return csv;
}

namespace
{
void add_row_of_matrix(std::string& csv, Corridor const& corridor, LifeGroup const& group,
                       std::size_t from, std::int64_t const* row)
{
    std::int64_t const exposed = std::accumulate(row, row + standing_count, std::int64_t{0});
    if (exposed == 0) return;
    for (std::size_t to = 0; to < standing_count; ++to)
    {
        double const probability = static_cast<double>(row[to]) / static_cast<double>(exposed);
        double const error =
            std::sqrt(probability * (1.0 - probability) / static_cast<double>(exposed));
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{},{}\n", group.grouping(),
                       group.name(corridor), standing_names[from], standing_names[to], exposed,
                       row[to], csv_number(probability), csv_number(error));
    }
}
}  // namespace

std::string transitions_csv(Corridor const& corridor, StandingCounts const& counts)
{
    std::string csv = "by,group,from,to,person_months,transitions,probability,probability_se\n";
    for (auto const& [group, cells] : counts.moves())
        for (std::size_t from = 0; from < standing_count; ++from)
            add_row_of_matrix(csv, corridor, group, from, cells.data() + from * standing_count);
    return csv;
}
}  // namespace kochmon
