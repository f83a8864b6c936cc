// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// From now on log lines go to standard error, with -v alone.
void start_log(Loudness loudness);
void log_line(std::string_view text);
}  // namespace kochmon
