// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// The report of a comparison: question and answer, rates through time, policies side by side,
/// effects, whose lives change and by which decision, groups, money, enforcement, and what the
/// policies are. Throws FileError where it keeps none of the headline measures.
void tell_comparison(Page& page, ResultFolder const& result, Words const& words);
/// The policies of a comparison, as its account names them.
std::vector<std::string> policies_in(ResultFolder const& result);
}  // namespace kochmon
