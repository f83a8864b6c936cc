// SPDX-License-Identifier: MIT
#include "analysis/commands/targets_path.hpp"

namespace kochmon
{
std::filesystem::path targets_path(Flags const& flags)
{
    if (flags.targets) return *flags.targets;
    std::filesystem::path const scenario = flags.arguments.front();
    std::filesystem::path const own =
        scenario.parent_path() / (scenario.stem().string() + "-targets.yaml");
    return std::filesystem::exists(own) ? own : scenario.parent_path() / "targets.yaml";
}
}  // namespace kochmon
