// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// The report of life tables: what has happened how long after an arrival, months in each status,
/// transitions, and what a change of the legality rate is made of.
void tell_life_tables(Page& page, ResultFolder const& result, Words const& words);
}  // namespace kochmon
