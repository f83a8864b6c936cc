// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace kochmon
{
/// Letters a to z, digits and `-`, 1 to 60 of them, a letter or digit first: a name of a policy or
/// a result.
bool is_plain_name(std::string_view name);
/// `root/name` of what is there below `root`. Nothing: there is nothing, the name is absolute, has
/// a part that is hidden or leads up, or a link leads out.
std::optional<std::filesystem::path> place_below(std::filesystem::path const& root,
                                                 std::string_view name);
}  // namespace kochmon
