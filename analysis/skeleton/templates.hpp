// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kochmon
{
/// Texts of `analysis/skeleton/templates`, with words in capitals where something is put in.
std::string_view template_of_corridor();
std::string_view template_of_policy();
std::string_view template_of_targets();
std::string_view template_of_read_me();
/// Of one file beside a scenario that is there.
std::string_view template_of_new_policy();
std::string_view template_of_new_scenario();
std::string_view template_of_new_sweep();

/// With each of the words replaced.
std::string filled(std::string_view text,
                   std::vector<std::pair<std::string, std::string>> const& words);
}  // namespace kochmon
