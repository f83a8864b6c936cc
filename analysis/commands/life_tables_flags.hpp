// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI  // NOLINT(readability-identifier-naming): the name of that library
{
class App;
}

namespace kochmon
{
/// -o, --force and --between of `life-tables`.
void declare_life_tables(CLI::App& app, Flags& flags);
}  // namespace kochmon
