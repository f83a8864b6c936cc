// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include "analysis/commands/flags.hpp"

namespace kochmon
{
/// What `serve` is told: --port, --base.
void declare_serving(CLI::App& app, Flags& flags);
}  // namespace kochmon
