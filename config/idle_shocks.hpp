// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// Shocks that do not do what whoever wrote them expects, a line each with its place: that reach no
/// month of the run, change no value in it, or move a lever that is read in January alone and so
/// begin later or never, or of a rule that is not in force; and a list without any. They are no
/// mistakes of form.
std::vector<std::string> idle_shocks(Scenario const& scenario);
}  // namespace kochmon
