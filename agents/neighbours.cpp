// SPDX-License-Identifier: MIT
#include "agents/neighbours.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
using Line = std::map<double, std::size_t>;  // row by its place in the order

std::map<std::string, Line> lines_of(Table const& table, Neighbours const& rule)
{
    std::map<std::string, Line> lines;
    std::vector<double> const& order = table.numbers(rule.order);
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        if (!rule.from.holds(order[row])) continue;
        std::vector<std::string> same;
        for (std::string const& column : rule.same)
        {
            std::string const& text = table.words(column)[row];
            bool const is_word = text.find_first_not_of("0123456789") != std::string::npos;
            same.push_back(is_word ? text : fmt::format("{} {}", column, text));
        }
        lines[fmt::format("{}", fmt::join(same, ", "))][order[row]] = row;
    }
    return lines;
}

bool are_unlike(double one, double other, Neighbours const& rule)
{
    auto const [less, more] =
        std::minmax({std::max(one, rule.negligible), std::max(other, rule.negligible)});
    return more > rule.most_times * less;
}
}  // namespace

std::vector<TableFault> unlike_neighbours(Table const& table, Neighbours const& rule)
{
    std::vector<double> const& numbers = table.numbers(rule.number);
    std::vector<TableFault> faults;
    for (auto const& [whose, line] : lines_of(table, rule))
    {
        auto const unlike = std::ranges::adjacent_find(
            line, [&](auto const& before, auto const& after)
            { return are_unlike(numbers[before.second], numbers[after.second], rule); });
        if (unlike == line.end()) continue;
        auto const& [place_before, before] = *unlike;
        auto const& [place, row] = *std::next(unlike);
        faults.push_back(
            {row,
             rule.number,
             {fmt::format("{}: {:.6g} in {} {:.0f}, but {:.6g} in {:.0f}", whose, numbers[row],
                          rule.order, place, numbers[before], place_before),
              fmt::format("at most {:.0f} times as many in one as in the other", rule.most_times),
              rule.hint}});
    }
    return faults;
}
}  // namespace kochmon
