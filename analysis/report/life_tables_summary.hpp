// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/life_tables/life_tables.hpp"

namespace kochmon
{
/// What life tables say in short: of 100 arrivals how many met what within so many years, months in
/// each status, and what a change of the legality rate is made of.
std::string summary_of(LifeTables const& tables, std::string const& scenario);
}  // namespace kochmon
