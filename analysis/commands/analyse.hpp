// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// Writes the tables and the database of a study, what they say in sentences, and the figures.
/// Returns the sentences.
std::string analyse_study(Study const& study);
}  // namespace kochmon
