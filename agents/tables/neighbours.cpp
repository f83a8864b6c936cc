// SPDX-License-Identifier: MIT
#include "agents/tables/neighbours.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "config/plain_decimal.hpp"

namespace kochmon
{
namespace
{
using Line = std::map<double, std::size_t>;  // row by its place in the order

/// What stays the same along a line: `kyrgyzstan, female, age_from 20`.
std::string name_of_line(Table const& table, Neighbours const& rule, std::size_t row)
{
    std::string name;
    for (std::string const& column : rule.same)
    {
        std::string const& text = table.words(column)[row];
        bool const is_number = text.find_first_not_of("0123456789") == std::string::npos;
        name += (name.empty() ? "" : ", ") + (is_number ? column + ' ' + text : text);
    }
    return name;
}

std::map<std::string, Line> lines_of(Table const& table, Neighbours const& rule)
{
    std::map<std::string, Line> lines;
    std::vector<double> const& first = table.numbers(rule.first);
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (rule.from.holds(first[row])) lines[name_of_line(table, rule, row)][first[row]] = row;
    return lines;
}

/// Groups of other widths, and what lies far apart, may differ as they like.
bool are_neighbours(Table const& table, Neighbours const& rule, std::size_t one, std::size_t next)
{
    std::vector<double> const& first = table.numbers(rule.first);
    std::vector<double> const& last = table.numbers(rule.last);
    bool const are_as_wide = last[one] - first[one] == last[next] - first[next];
    return first[next] - last[one] <= rule.most_apart && (are_as_wide || !rule.as_wide);
}

bool are_unlike(double one, double other, Neighbours const& rule)
{
    auto const [less, more] =
        std::minmax({std::max(one, rule.negligible), std::max(other, rule.negligible)});
    return more > rule.most_times * less;
}

/// Rates have many decimals, counts none.
std::string in_full(double number)
{
    return number < 1.0 ? fmt::format("{:.8f}", number) : number_text(number);
}

struct Unlike
{
    std::string line;
    std::size_t before = 0;  // rows
    std::size_t row = 0;
    std::size_t lines = 1;  // that are unlike there
};

TableFault told(Table const& table, Neighbours const& rule, Unlike const& unlike)
{
    std::vector<double> const& numbers = table.numbers(rule.number);
    std::vector<double> const& first = table.numbers(rule.first);
    std::string const more =
        unlike.lines > 1 ? fmt::format(" (and {} such lines more)", unlike.lines - 1) : "";
    return {unlike.row,
            rule.number,
            {fmt::format("{}: {} in {} {:.0f}, but {} in {:.0f}{}", unlike.line,
                         in_full(numbers[unlike.row]), rule.first, first[unlike.row],
                         in_full(numbers[unlike.before]), first[unlike.before], more),
             fmt::format("at most {:.0f} times as many in one as in the other", rule.most_times),
             rule.hint}};
}
}  // namespace

std::vector<TableFault> unlike_neighbours(Table const& table, Neighbours const& rule)
{
    std::vector<double> const& numbers = table.numbers(rule.number);
    std::map<std::pair<double, double>, Unlike> by_place;
    for (auto const& [whose, line] : lines_of(table, rule))
    {
        auto const found = std::ranges::adjacent_find(
            line,
            [&](auto const& before, auto const& after)
            {
                return are_neighbours(table, rule, before.second, after.second) &&
                       are_unlike(numbers[before.second], numbers[after.second], rule);
            });
        if (found == line.end()) continue;
        auto const next = std::next(found);
        auto const [known, is_new] = by_place.try_emplace(
            {found->first, next->first}, Unlike{whose, found->second, next->second});
        if (!is_new) ++known->second.lines;
    }
    std::vector<TableFault> faults;
    faults.reserve(by_place.size());
    for (auto const& [place, unlike] : by_place) faults.push_back(told(table, rule, unlike));
    return faults;
}
}  // namespace kochmon
