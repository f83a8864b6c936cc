// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/declared_flags.hpp"

namespace kochmon
{
/// -o, --force and --between of `life-tables`.
void declare_life_tables(CLI::App& app, Flags& flags);
}  // namespace kochmon
