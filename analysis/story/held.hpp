// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// The report of `kochmon targets`: which targets the scenario meets, and how far the others lie
/// beside their bands.
void tell_targets(Page& page, ResultFolder const& result, Words const& words);
/// The report of a calibration: which parameters the targets pin, and what each hangs on.
void tell_calibration(Page& page, ResultFolder const& result, Words const& words);
}  // namespace kochmon
