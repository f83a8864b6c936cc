// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/runs/compare.hpp"
#include "analysis/runs/run_tables.hpp"

namespace kochmon
{
/// The tables of a comparison, one after the other: for who writes one and for who repeats one.
void make_comparison_tables(Comparison const& comparison, Grouping const& grouping,
                            Corridor const& corridor, KeptRows const& kept, TakeFile const& take);

/// Where a policy lies in the folder: beside the base, or in a folder of its own if its data are
/// others.
std::string policy_file(Scenario const& base, Scenario const& policy);
/// Base and policies as resolved, with their data.
void make_comparison_files(Scenario const& base, std::vector<Scenario> const& policies,
                           TakeFile const& take);
}  // namespace kochmon
