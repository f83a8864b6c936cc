// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/sweep/study.hpp"
#include "analysis/sweep/study_value.hpp"

namespace kochmon
{
/// Of a run, in the order of its rows. Throws FileError where a row is none.
std::vector<StudyValue> values_of(SweepRun const& run);

/// Tables of a study, by file name.
using StudyTables = std::map<std::string, std::string>;
/// `points.csv`, `series.csv`, `means.csv`, `effects.csv`, `failures.csv` and, where factors are
/// moved one at a time, `tornado.csv` of the runs that are done (docs/sweep.md). They hang on the
/// runs alone, not on who made them or when.
StudyTables tables_of(Study const& study);
}  // namespace kochmon
