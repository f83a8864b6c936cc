// SPDX-License-Identifier: MIT
#include "config/joined_policies.hpp"

#include <algorithm>
#include <array>

#include "config/document.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<char const*, 4> keys_of_a_policy = {"schema", "scenario", "base", "shocks"};

/// Whether the policy says nothing that its shocks do not hold.
bool holds_shocks_alone(Node const& root, Diagnostics& diagnostics)
{
    for (Node::Entry const& entry : root.entries)
        if (std::ranges::find(keys_of_a_policy, entry.key) == keys_of_a_policy.end())
        {
            diagnostics.report(entry.place, entry.key,
                               {"a key beside the shocks of a policy that another file names",
                                "schema, scenario, base and shocks alone",
                                "put it into the file that names the policies"});
            return false;
        }
    return true;
}

bool has_head(Node const& root, FilePlace start, Diagnostics& diagnostics)
{
    Node const* const schema = root.find("schema");
    if (schema == nullptr || !schema->is_scalar() || schema->text != "1")
        diagnostics.report(start, "schema", {"a policy without schema: 1", "schema: 1"});
    else if (root.find("scenario") == nullptr)
        diagnostics.report(start, "scenario", {"is missing", "a key scenario"});
    else
        return true;
    return false;
}

std::vector<Node> shocks_in(TextFile const& policy, Diagnostics& diagnostics)
{
    auto const root = parse_document(policy.text, policy.number, diagnostics);
    if (!root || root->is_spoiled()) return {};
    FilePlace const start{policy.number, 1, 1};
    if (!root->is_map())
        diagnostics.report(start, "policies", {described(*root) + " instead of keys", "a policy"});
    if (!root->is_map() || !holds_shocks_alone(*root, diagnostics)) return {};
    if (!has_head(*root, start, diagnostics)) return {};
    Node const* const shocks = root->find("shocks");
    if (shocks == nullptr || !shocks->is_list())
    {
        diagnostics.report(start, "policies", {"a policy without shocks", "a list of shocks"});
        return {};
    }
    return shocks->items;
}
}  // namespace

std::vector<Node> shocks_of_policies(Node const& policies, TextFile const& file, Files& files,
                                     Diagnostics& diagnostics)
{
    if (policies.is_spoiled()) return {};
    if (!policies.is_list())
    {
        diagnostics.report(policies.place, "policies",
                           {described(policies) + " instead of a list", "a list of policy files"});
        return {};
    }
    std::vector<Node> shocks;
    for (Node const& name : policies.items)
    {
        if (name.is_spoiled()) continue;
        if (!name.is_scalar())
        {
            diagnostics.report(name.place, "policies",
                               {described(name) + " instead of a file", "a relative path"});
            continue;
        }
        TextFile const* const policy = files.read(
            {name.place, "policies", file.path.parent_path(), name.text, largest_document});
        if (policy == nullptr) continue;
        for (Node const& shock : shocks_in(*policy, diagnostics)) shocks.push_back(shock);
    }
    return shocks;
}
}  // namespace kochmon
