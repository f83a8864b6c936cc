// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "config/scenario.hpp"

namespace kochmon
{
/// What the countries of origin of a scenario are without, a line each: of an included one what it
/// has not for itself, and, of the first where it is left out, the branches at the top that then do
/// nothing. They are no mistakes.
std::vector<std::string> notes_on_origins(Scenario const& scenario);
}  // namespace kochmon
