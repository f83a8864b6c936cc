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
/// Of the runs that are done (docs/sweep.md): `points.csv`, `series.csv`, `means.csv`,
/// `effects.csv`, `failures.csv`; of the last month `variance.csv`, `responses.csv` and, as the
/// design has it, `tornado.csv`, `morris.csv`, `main_effects.csv` or `indices.csv`. They hang on
/// the runs alone, not on who made them or when. Throws FileError, StudyStopped.
StudyTables tables_of(Study const& study, StopAsked const& stop_asked = {});
}  // namespace kochmon
