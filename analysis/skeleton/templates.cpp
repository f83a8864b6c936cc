// SPDX-License-Identifier: MIT
#include "analysis/skeleton/templates.hpp"

#include "analysis/text/embedded_file.hpp"

// CMakeLists.txt names the files.
// NOLINTBEGIN(readability-identifier-naming)
KOCHMON_EMBED(corridor_to_change, KOCHMON_SKELETON "/corridor.yaml")
KOCHMON_EMBED(policy_to_try, KOCHMON_SKELETON "/permit-fee.yaml")
KOCHMON_EMBED(targets_to_fill, KOCHMON_SKELETON "/targets.yaml")
KOCHMON_EMBED(read_me_of_corridor, KOCHMON_SKELETON "/README.md")
KOCHMON_EMBED(new_policy, KOCHMON_SKELETON "/new-policy.yaml")
KOCHMON_EMBED(new_scenario, KOCHMON_SKELETON "/new-scenario.yaml")
KOCHMON_EMBED(new_sweep, KOCHMON_SKELETON "/new-sweep.yaml")
// NOLINTEND(readability-identifier-naming)

namespace kochmon
{
std::string_view template_of_corridor()
{
    return embedded(kochmon_corridor_to_change_begin, kochmon_corridor_to_change_end);
}

std::string_view template_of_policy()
{
    return embedded(kochmon_policy_to_try_begin, kochmon_policy_to_try_end);
}

std::string_view template_of_targets()
{
    return embedded(kochmon_targets_to_fill_begin, kochmon_targets_to_fill_end);
}

std::string_view template_of_read_me()
{
    return embedded(kochmon_read_me_of_corridor_begin, kochmon_read_me_of_corridor_end);
}

std::string_view template_of_new_policy()
{
    return embedded(kochmon_new_policy_begin, kochmon_new_policy_end);
}

std::string_view template_of_new_scenario()
{
    return embedded(kochmon_new_scenario_begin, kochmon_new_scenario_end);
}

std::string_view template_of_new_sweep()
{
    return embedded(kochmon_new_sweep_begin, kochmon_new_sweep_end);
}

std::string filled(std::string_view text,
                   std::vector<std::pair<std::string, std::string>> const& words)
{
    std::string done(text);
    for (auto const& [word, by] : words)
        for (std::size_t at = done.find(word); at != std::string::npos;
             at = done.find(word, at + by.size()))
            done.replace(at, word.size(), by);
    return done;
}
}  // namespace kochmon
