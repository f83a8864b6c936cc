// SPDX-License-Identifier: MIT
#include "analysis/commands/targets_flag.hpp"

namespace kochmon
{
std::filesystem::path targets_file_of(Flags const& flags)
{
    if (flags.targets) return *flags.targets;
    return std::filesystem::path(flags.arguments.front()).parent_path() / "targets.yaml";
}
}  // namespace kochmon
