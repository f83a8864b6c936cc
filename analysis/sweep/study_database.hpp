// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/sweep/study_tables.hpp"

namespace kochmon
{
/// The study as the bytes of an SQLite database (docs/sweep.md): tables provenance, plan, points,
/// parameters, runs, series, means, effects, failures and, where there is one, tornado; views
/// `latest_effects` and `missing_runs`.
std::string database_of(Study const& study, StudyTables const& tables);
}  // namespace kochmon
