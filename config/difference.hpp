// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// How two resolved scenarios differ, a line a difference: settings, values with their sources,
/// tables and shocks, by path: `law.permit.fee: 1500 RUB [F2] -> 1600 RUB [user]`. Names of the
/// scenarios are no difference; none at all: the two run alike.
std::vector<std::string> differences(Scenario const& left, Scenario const& right);
}  // namespace kochmon
