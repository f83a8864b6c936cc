// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "agents/state/month_record.hpp"

#include "analysis/measures/measure.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon::golden
{
/// What a run has produced, by `measure,by,group,year`: agents, person-months or kopecks. Stocks
/// are those of the year's last month, all else is summed over the year; of a rate, its numerator.
using Cells = std::map<std::string, std::int64_t>;

inline bool is_sum(MeasureKind kind)
{
    return kind != MeasureKind::stock;
}

class Collector final : public MonthObserver
{
  public:
    void observe(MonthRecord const& record) override
    {
        if (!record.reported) return;
        for (Measure const& measure : measures())
            for (Breakdown const by : {Breakdown::total, Breakdown::destination})
            {
                if (std::ranges::find(measure.breakdowns, by) == measure.breakdowns.end()) continue;
                for (Group const& group : groups(by, *kyrgyz_corridor()))
                    add(measure, by, group, record);
            }
    }
    Cells const& cells() const { return cells_; }

  private:
    void add(Measure const& measure, Breakdown by, Group const& group, MonthRecord const& record)
    {
        std::string const key =
            fmt::format("{},{},{},{}", measure.name, name(by, *kyrgyz_corridor()), group.name,
                        record.month.year());
        std::int64_t const amount = measure.amount(record.tally, group.selection);
        if (is_sum(measure.kind))
            cells_[key] += amount;
        else
            cells_[key] = amount;
    }
    Cells cells_;
};

inline std::string text_of(Cells const& cells)
{
    std::string text = "measure,by,group,year,amount\n";
    for (auto const& [key, amount] : cells) text += fmt::format("{},{}\n", key, amount);
    return text;
}

inline Cells cells_of(std::string const& text)
{
    Cells cells;
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
    {
        std::size_t const comma = line.rfind(',');
        cells[line.substr(0, comma)] = std::stoll(line.substr(comma + 1));
    }
    return cells;
}

/// `measure,by`
inline std::string measure_in(std::string const& key)
{
    return key.substr(0, key.find(',', key.find(',') + 1));
}

inline bool has_measure_of(Cells const& cells, std::string const& key)
{
    auto const found = cells.lower_bound(measure_in(key) + ',');
    return found != cells.end() && measure_in(found->first) == measure_in(key);
}

/// Every kept cell that a run does not have, or has otherwise, by name.
inline std::vector<std::string> differences(Cells const& is, Cells const& was)
{
    std::vector<std::string> differences;
    for (auto const& [key, amount] : was)
        if (!is.contains(key))
            differences.push_back(fmt::format("{}: missing, golden {}", key, amount));
        else if (is.at(key) != amount)
            differences.push_back(fmt::format("{}: {}, golden {}", key, is.at(key), amount));
    // A group or a year that a known measure did not have.
    for (auto const& [key, amount] : is)
        if (!was.contains(key) && has_measure_of(was, key))
            differences.push_back(fmt::format("{}: {}, no such golden", key, amount));
    return differences;
}

/// Measures, `measure by`, of cells that were not kept: new since then.
inline std::vector<std::string> unknown(Cells const& is, Cells const& was)
{
    std::vector<std::string> unknown;
    for (auto const& [key, amount] : is)
    {
        if (was.contains(key)) continue;
        std::string name = key.substr(0, key.find(',', key.find(',') + 1));
        name[name.find(',')] = ' ';
        if (unknown.empty() || unknown.back() != name) unknown.push_back(name);
    }
    return unknown;
}
}  // namespace kochmon::golden
