// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "config/resolved.hpp"

namespace kochmon
{
/// Of a lever that is read in January: a run that begins later reads for its first year as it
/// begins.
bool is_read_for_a_year(Month month, RunSettings const& run);
Month next_january(Month month);

using ToldOfValue = std::function<void(FilePlace const&, std::string const&)>;

/// Stated values that do not do what whoever wrote them expects: dated ones of a lever that is read
/// in January alone which begin later or never, and of what the user wrote those of a rule that is
/// in force in no month in which they hold. A value beyond the run is none of them: a law may have
/// more years than a run.
void tell_idle_values(ResolvedScenario const& scenario, ToldOfValue const& told);
}  // namespace kochmon
