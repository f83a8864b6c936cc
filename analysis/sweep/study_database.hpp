// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/sweep/study_tables.hpp"

namespace kochmon
{
/// The study as the bytes of an SQLite database (docs/sweep.md): tables provenance, plan, points,
/// parameters, runs, series, means, effects, failures, variance, responses and, filled where the
/// design has them, tornado, indices, morris, main_effects; views `latest_effects` and
/// `missing_runs`.
std::string database_of(Study const& study, StudyTables const& tables);
}  // namespace kochmon
