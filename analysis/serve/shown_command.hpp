// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace kochmon
{
/// `kochmon compare 'a folder/base.yaml' ...`: as it can be typed into a shell.
std::string shown_command(std::vector<std::string> const& arguments);
}  // namespace kochmon
