// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// The report of a run: levels of the rates in the last month, rates, stocks and flows through
/// time with the range of replicates, money, enforcement, groups, map. Throws FileError where it
/// kept none of the headline measures.
void tell_run(Page& page, ResultFolder const& result, Words const& words);
}  // namespace kochmon
