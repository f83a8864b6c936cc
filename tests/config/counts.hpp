// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "engine/error.hpp"

#include "tests/config/sample.hpp"

namespace kochmon::sample
{
/// Declares one table whose rows are told apart: lambs by farm, flock of the farm, years and ages.
struct Counts
{
    void fields(Fields& field)
    {
        ColumnDeclared const year{
            .name = "year", .kind = ColumnKind::whole_number, .range = {1900, 2199}};
        ColumnDeclared age{.name = "age_from", .kind = ColumnKind::whole_number, .range = {0, 20}};
        ColumnDeclared const from = age;
        age.name = "age_to";
        field.table(
            "lambs",
            {"Lambs by farm, flock, year and age",
             {{.name = "farm", .kind = ColumnKind::word, .words = {"hill", "dale"}},
              {.name = "flock",
               .kind = ColumnKind::word,
               .words = {"white", "black", "grey"},
               .belongs = {"farm", {"hill", "hill", "dale"}}},
              year,
              from,
              age,
              {.name = "lambs",
               .kind = ColumnKind::whole_number,
               .range = {0, 1'000'000},
               .unit = "lambs"},
              {.name = "weight", .range = {0, 60}, .unit = "kg"}},
             {{"farm", "flock"},
              true,
              {{"year", "year", "year"}, {"age", "age_from", "age_to", Cover::from_zero}}}});
    }
};

inline std::string const head_of_counts = "farm,flock,year,age_from,age_to,lambs,weight,source\n";

/// What is told of a table of counts, without its path.
inline std::vector<std::string> mistakes_of_counts(std::string const& csv)
{
    Folder const folder;
    folder.write("data/lambs.csv", csv);
    auto const file = folder.write("s.yaml",
                                   "schema: 1\nscenario: sheep\n"
                                   "time: {start: 2005-01, warm_up: 0 months, months: 1}\n"
                                   "population: {persons: 1, seed: 1}\n"
                                   "lambs: {file: data/lambs.csv}\n");
    std::vector<std::string> lines;
    try
    {
        Scenario::load(file, declarations_of<Counts>());
    }
    catch (ScenarioError const& error)
    {
        std::string const place = (folder.path() / "data/lambs.csv").string() + ":";
        std::istringstream text(error.what());
        for (std::string line; std::getline(text, line);)
        {
            if (line.starts_with(place)) line = line.substr(place.size());
            auto const path = line.find(" lambs: ");
            lines.push_back(
                path == std::string::npos ? line : line.substr(0, path) + line.substr(path + 7));
        }
    }
    return lines;
}

/// What is told of rows below the right header.
inline std::vector<std::string> mistakes_of_rows(std::string const& rows)
{
    return mistakes_of_counts(head_of_counts + rows);
}
}  // namespace kochmon::sample
