// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/page/result_folder.hpp"

namespace kochmon
{
/// The report of a comparison, whole HTML: question and answer, rates through time, policies side
/// by side, effects, who lives otherwise and where lives part, any measure in any group, what the
/// policies are, and how it was made. Throws FileError where the folder holds no comparison.
std::string story_of_comparison(ResultFolder const& result);
}  // namespace kochmon
