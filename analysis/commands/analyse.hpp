// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "analysis/sweep/study.hpp"

namespace kochmon
{
/// Writes the tables and the database of a study, what they say in sentences, and the figures.
/// Returns the sentences. Throws FileError, StudyStopped.
std::string analyse_study(Study const& study);

/// What `act` returns; where it is stopped on request, the status of what is to be gone on with,
/// after saying by which command.
inline constexpr char the_same_command[] = "the same command";
int unless_stopped(std::string const& go_on_with, std::function<int()> const& act);
}  // namespace kochmon
