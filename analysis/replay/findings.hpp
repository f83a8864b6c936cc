// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/replay/replay.hpp"

namespace kochmon
{
/// What a repetition has found, for people: one line if all is identical, else what differs first.
std::string findings_as_text(PastRun const& run, Repetition const& found);
/// The same for programs, with every person who can be told.
std::string findings_as_json(PastRun const& run, Repetition const& found);
}  // namespace kochmon
