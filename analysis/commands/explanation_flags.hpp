// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI
{
class App;
}

namespace kochmon
{
/// --search, --all, --assumptions, --markdown.
void declare_explanation(CLI::App& app, Flags& flags);
}  // namespace kochmon
