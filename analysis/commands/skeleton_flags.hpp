// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI  // NOLINT(readability-identifier-naming): the name of that library
{
class App;
}

namespace kochmon
{
/// The flags of files that are written to be filled in.
void declare_skeleton(CLI::App& app, Flags& flags);
}  // namespace kochmon
