// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace kochmon
{
/// JSON by key and language: headings, axes and sentences, with {} where a value comes.
std::string_view catalogue_of_texts();
/// Names of measures.
std::string_view catalogue_of_measures();
/// Names of breakdowns, groups, statuses and decisions.
std::string_view catalogue_of_groups();
}  // namespace kochmon
