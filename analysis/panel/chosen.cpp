// SPDX-License-Identifier: MIT
#include "analysis/panel/chosen.hpp"

#include <algorithm>
#include <queue>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
struct Ticket
{
    std::uint32_t draw = 0;
    std::uint64_t key = 0;
    std::size_t row = 0;

    auto operator<=>(Ticket const&) const = default;
};
}  // namespace

bool lives(Persons const& persons, std::size_t row)
{
    return !persons.nowhere(row);
}

std::vector<std::size_t> chosen_for_panel(Persons const& persons, Seeds synthesis,
                                          std::size_t count)
{
    MonthDraws const draws(synthesis, Month(0));
    std::priority_queue<Ticket> smallest;  // the largest of them on top
    for (std::size_t row = 0; row < persons.size(); ++row)
    {
        if (!lives(persons, row)) continue;
        SubjectKey const subject = persons.subject(row);
        smallest.push(
            {draws.words(subject, block(DecisionPoint::panel), 0)[0], subject.bits(), row});
        if (smallest.size() > count) smallest.pop();
    }
    if (smallest.size() < count)
        throw UsageError(fmt::format("--panel {}: expected at most {}, the agents of this run",
                                     count, smallest.size()));
    std::vector<std::size_t> rows;
    for (; !smallest.empty(); smallest.pop()) rows.push_back(smallest.top().row);
    std::ranges::sort(rows, {}, [&](std::size_t row) { return persons.key[row]; });
    return rows;
}
}  // namespace kochmon
