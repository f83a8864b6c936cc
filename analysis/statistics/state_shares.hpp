// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kochmon
{
/// Moves between states, counted by time: cell (from, to) of `moves[time]` holds the units that
/// were in `from` at that time and in `to` at the next, those that stayed included.
struct StateMoves
{
    explicit StateMoves(std::size_t number_of_states) : states(number_of_states), start(states) {}

    std::size_t states;
    std::vector<std::int64_t> start;               // units by state at time 0
    std::vector<std::vector<std::int64_t>> moves;  // by time; states x states

    void add(std::size_t time, std::size_t from, std::size_t to);
    std::int64_t& at(std::size_t time, std::size_t from, std::size_t to)
    {
        return moves[time][from * states + to];
    }
};

/// Shares by time and state (Aalen and Johansen): the shares at time 0 times the observed
/// transitions of each time. From a state in which nobody is observed nobody moves. Each time adds
/// up to 1; empty where there is no unit.
std::vector<std::vector<double>> state_shares(StateMoves const& counts);
}  // namespace kochmon
