// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/table_declared.hpp"

namespace kochmon
{
/// How far the numbers of rows that follow each other may lie apart, in a table that changes
/// little from one to the next: births of an age from year to year, deaths of a year from age to
/// age.
struct Neighbours
{
    std::string number;             // the column
    std::vector<std::string> same;  // columns in which neighbours agree, such as country and sex
    std::string first;         // the column that runs on from one to the next, such as age_from
    std::string last;          // where a row ends in it; the same column: where it begins
    double most_apart = 1.0;   // from the end of one to the beginning of the next
    bool as_wide = false;      // neighbours span as much
    Range from = {-1e9, 1e9};  // where in that order both rows begin
    double most_times = 1.0;   // the larger number is so many times the smaller at most
    double negligible = 0.0;   // numbers below it are taken for it, since chance moves them
    std::string hint = {};
};

/// The first row of each line of neighbours that lies too far from the row before it; of lines that
/// do so at the same place one is named, with how many.
std::vector<TableFault> unlike_neighbours(Table const& table, Neighbours const& rule);
}  // namespace kochmon
