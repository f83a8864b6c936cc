// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI  // NOLINT(readability-identifier-naming): the name of that library
{
class App;
}

namespace kochmon
{
/// Declares the flags of a group on a verb; what is given is read into `flags`.
void declare_flags(CLI::App& app, FlagGroup group, Flags& flags);
}  // namespace kochmon
