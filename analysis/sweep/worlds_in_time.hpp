// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "agents/run/lockstep.hpp"

namespace kochmon
{
/// How many worlds of a lockstep run in each month from `start`: a policy from its onset on, the
/// base to its end if it is asked for, else as long as a policy shares it.
std::vector<double> worlds_in_time(RunSettings const& run, std::span<Course const> courses,
                                   bool is_base_asked_for);
}  // namespace kochmon
