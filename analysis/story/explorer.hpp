// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/page/page.hpp"
#include "analysis/story/told_measures.hpp"

namespace kochmon
{
/// A chart of any measure in any group by scenario: what is shown is chosen in the page.
class Explorer
{
  public:
    explicit Explorer(Words const& words) : words_(words) {}

    /// The value, in the unit of the tables, of a month.
    void add(ToldMeasure const& measure, std::string const& group, std::string const& scenario,
             std::pair<std::string, double> const& value);
    Chart chart() const;

  private:
    struct Line
    {
        std::string measure;
        std::string group;
        std::string scenario;
        std::map<std::string, double> by_month = {};
    };
    Line& line_of(std::string const& measure, std::string const& group,
                  std::string const& scenario);
    ToldMeasure const& measure_named(std::string const& name) const;
    std::string controls() const;
    Json months() const;
    Json series(Json const& months) const;

    Words const& words_;
    std::vector<ToldMeasure> measures_;
    std::vector<std::string> groups_;
    std::vector<std::string> scenarios_;
    std::vector<Line> lines_;
    std::map<std::string, std::size_t> at_;
};
}  // namespace kochmon
