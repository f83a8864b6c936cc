// SPDX-License-Identifier: MIT
#pragma once

namespace kochmon
{
/// The whole program: reads the command line, does what it says, tells every error on standard
/// error as `kochmon: ...` and returns the exit status (docs/interfaces.md).
int run_command_line(int count, char const* const* arguments) noexcept;
}  // namespace kochmon
