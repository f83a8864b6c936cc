// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/commands/flags.hpp"

namespace CLI  // NOLINT(readability-identifier-naming): the name of that library
{
class App;
}

namespace kochmon
{
/// Declares what a user may ask of a cluster; what is given is read into `flags`.
void declare_cluster(CLI::App& app, Flags& flags);
}  // namespace kochmon
