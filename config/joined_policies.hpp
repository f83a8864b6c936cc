// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "config/files.hpp"
#include "config/node.hpp"

namespace kochmon
{
/// Shocks that stand in several files, in the order in which these are named.
struct JoinedShocks
{
    std::vector<Node> shocks = {};
    // The numbers of the files of packages, among which no order of shocks on one value is told by
    // their months alone (ShockReader).
    std::vector<int> packaged = {};
};

/// The shocks of the policy files that a document names under `include`, then of those under
/// `policies`. `file` is the document's; their bases are not read. What `include` names makes a
/// package with it, and may be a package. A policy that holds more than shocks is reported, since
/// the rest of it would be lost.
JoinedShocks shocks_of_policies(Node const& document, TextFile const& file, Files& files,
                                Diagnostics& diagnostics);
/// Whether the document says nothing but shocks, of its own or of other files, and so can be laid
/// over any base.
bool is_policy_alone(Node const& document);
}  // namespace kochmon
