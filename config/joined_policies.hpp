// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/files.hpp"
#include "config/node.hpp"

namespace kochmon
{
/// The shocks of the policy files that `policies: [a.yaml, b.yaml]` names, in that order. `file` is
/// the one that names them; their bases are not read. A policy that holds more than shocks is
/// reported, since the rest of it would be lost.
std::vector<Node> shocks_of_policies(Node const& policies, TextFile const& file, Files& files,
                                     Diagnostics& diagnostics);
}  // namespace kochmon
