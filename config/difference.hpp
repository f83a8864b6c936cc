// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// How two resolved scenarios differ, a line a difference: settings, values with their sources,
/// tables and shocks, by path: `law.permit.fee: 1500 RUB [F2] -> 1600 RUB [user]`. Names of the
/// scenarios are no difference, nor are digits and units that mean the same: where there is none,
/// the last bits of a value may differ still (first_differences).
std::vector<std::string> differences(Scenario const& left, Scenario const& right);

/// A key or table that two scenarios do not share, and the first month of the run in which its
/// values differ.
struct FirstDifference
{
    std::string path;
    Month month;
};
/// All of them, in the order of the program; of a table, the first month of the run. The settings
/// of the runs are alike.
std::vector<FirstDifference> first_differences(Scenario const& left, Scenario const& right);
/// Stated values and tables that differ, be it by a bit, shocks left aside, as `differences` tells
/// them.
std::vector<std::string> differences_beside_shocks(Scenario const& left, Scenario const& right);
}  // namespace kochmon
