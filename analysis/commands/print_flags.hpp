// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI  // NOLINT(readability-identifier-naming): the name of that library
{
class App;
}

namespace kochmon
{
/// The flags of figures and tables for print.
void declare_print(CLI::App& app, Flags& flags);
}  // namespace kochmon
