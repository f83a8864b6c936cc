// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/sweep/study.hpp"
#include "analysis/sweep/study_tables.hpp"

namespace kochmon
{
/// What a sweep shows, in sentences: of each row in sight, where its runs differ from, on which
/// factors it hangs, and which points lie farthest from the base. 80 columns at most.
std::string summary_of(Study const& study, StudyTables const& tables);

/// A paragraph in lines of so many letters at most, those after the first moved in by as many
/// spaces.
std::string wrapped(std::string const& paragraph, std::size_t width, std::size_t indent);
}  // namespace kochmon
