// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// What `kochmon new` can write as one file beside a scenario: policy, scenario, sweep.
bool is_new_file(std::string const& what);
/// Writes NAME.yaml, or the file of -o, over the scenario of --like or the usual baseline. Returns
/// what to tell.
std::string write_new_file(Flags const& flags, std::string const& what, std::string const& name);
}  // namespace kochmon
