// SPDX-License-Identifier: MIT
#include "analysis/commands/targets_path.hpp"

namespace kochmon
{
std::filesystem::path targets_path(Flags const& flags)
{
    if (flags.targets) return *flags.targets;
    return std::filesystem::path(flags.arguments.front()).parent_path() / "targets.yaml";
}
}  // namespace kochmon
