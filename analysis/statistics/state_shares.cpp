// SPDX-License-Identifier: MIT
#include "analysis/statistics/state_shares.hpp"

#include <numeric>

namespace kochmon
{
namespace
{
std::vector<double> moved(std::vector<double> const& shares, std::vector<std::int64_t> const& moves)
{
    std::size_t const states = shares.size();
    std::vector<double> next(states);
    for (std::size_t from = 0; from < states; ++from)
    {
        auto const row = moves.begin() + static_cast<std::ptrdiff_t>(from * states);
        std::int64_t const observed =
            std::accumulate(row, row + static_cast<std::ptrdiff_t>(states), std::int64_t{0});
        if (observed == 0) next[from] += shares[from];
        for (std::size_t to = 0; to < states && observed > 0; ++to)
            next[to] += shares[from] * static_cast<double>(row[static_cast<std::ptrdiff_t>(to)]) /
                        static_cast<double>(observed);
    }
    return next;
}
}  // namespace

void StateMoves::add(std::size_t time, std::size_t from, std::size_t to)
{
    if (moves.size() <= time) moves.resize(time + 1, std::vector<std::int64_t>(states * states));
    ++at(time, from, to);
}

std::vector<std::vector<double>> state_shares(StateMoves const& counts)
{
    auto const units = std::accumulate(counts.start.begin(), counts.start.end(), std::int64_t{0});
    if (units == 0) return {};
    std::vector<std::vector<double>> shares(1);
    for (std::int64_t const begun : counts.start)
        shares[0].push_back(static_cast<double>(begun) / static_cast<double>(units));
    shares.reserve(counts.moves.size() + 1);
    for (auto const& moves : counts.moves) shares.push_back(moved(shares.back(), moves));
    return shares;
}
}  // namespace kochmon
