// SPDX-License-Identifier: MIT
#include "config/joined_policies.hpp"

#include <algorithm>
#include <array>

#include "config/document.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<char const*, 5> keys_of_a_policy = {"schema", "scenario", "base", "include",
                                                         "shocks"};
// As a chain of bases: nobody writes so many, one file in another.
constexpr std::size_t deepest_package = 16;

bool is_key_of_a_policy(std::string const& key)
{
    return std::ranges::find(keys_of_a_policy, key) != keys_of_a_policy.end();
}

/// Whether the policy says nothing that its shocks do not hold.
bool holds_shocks_alone(Node const& root, Diagnostics& diagnostics)
{
    for (Node::Entry const& entry : root.entries)
        if (!is_key_of_a_policy(entry.key))
        {
            diagnostics.report(entry.place, entry.key,
                               {"a key beside the shocks of a policy that another file names",
                                "schema, scenario, base, include and shocks alone",
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

/// Follows the names of policies from file to file.
class Joiner
{
  public:
    Joiner(Files& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

    void join(Node const& document, char const* key, TextFile const& file)
    {
        Node const* const names = document.find(key);
        if (names == nullptr || names->is_spoiled()) return;
        if (!names->is_list())
            return diagnostics_.report(
                names->place, key,
                {described(*names) + " instead of a list", "a list of policy files"});
        bool const is_package = std::string_view(key) == "include";
        if (is_package) joined_.packaged.push_back(file.number);
        chain_.push_back(file.number);
        for (Node const& name : names->items) join_file(name, key, file, is_package);
        chain_.pop_back();
    }
    JoinedShocks take() { return std::move(joined_); }

  private:
    void join_file(Node const& name, char const* key, TextFile const& file, bool is_package)
    {
        if (name.is_spoiled()) return;
        if (!name.is_scalar())
            return diagnostics_.report(name.place, key,
                                       {described(name) + " instead of a file", "a relative path"});
        TextFile const* const policy = files_.read({.place = name.place,
                                                    .path = key,
                                                    .folder = file.path.parent_path(),
                                                    .name = name.text,
                                                    .largest = largest_document,
                                                    .may_be_shipped = true});
        if (policy == nullptr || is_refused_again(name, key, *policy, is_package)) return;
        if (is_package) joined_.packaged.push_back(policy->number);
        add_shocks_of(*policy, key);
    }

    bool is_refused_again(Node const& name, char const* key, TextFile const& policy,
                          bool is_package)
    {
        auto const has = [&](std::vector<int> const& numbers)
        { return std::ranges::find(numbers, policy.number) != numbers.end(); };
        bool const leads_back = has(chain_) || chain_.size() > deepest_package;
        if (leads_back)
            diagnostics_.report(name.place, key,
                                {shown(name.text) + " leads back to a file that includes this one",
                                 "packages that form no circle"});
        else if (is_package && has(joined_.packaged))
            diagnostics_.report(
                name.place, key,
                {shown(name.text) + " is in this package already", "each policy once"});
        return leads_back || (is_package && has(joined_.packaged));
    }

    void add_shocks_of(TextFile const& policy, char const* key)
    {
        auto const root = parse_document(policy.text, policy.number, diagnostics_);
        if (!root || root->is_spoiled()) return;
        FilePlace const start{policy.number, 1, 1};
        if (!root->is_map())
            diagnostics_.report(start, key, {described(*root) + " instead of keys", "a policy"});
        if (!root->is_map() || !holds_shocks_alone(*root, diagnostics_)) return;
        if (!has_head(*root, start, diagnostics_)) return;
        join(*root, "include", policy);
        Node const* const shocks = root->find("shocks");
        bool const has_list = shocks != nullptr && shocks->is_list();
        if (!has_list && (shocks != nullptr || root->find("include") == nullptr))
            return diagnostics_.report(start, key, {"a policy without shocks", "a list of shocks"});
        if (has_list)
            joined_.shocks.insert(joined_.shocks.end(), shocks->items.begin(), shocks->items.end());
    }

    Files& files_;
    Diagnostics& diagnostics_;
    JoinedShocks joined_;
    std::vector<int> chain_;
};
}  // namespace

JoinedShocks shocks_of_policies(Node const& document, TextFile const& file, Files& files,
                                Diagnostics& diagnostics)
{
    Joiner joiner(files, diagnostics);
    joiner.join(document, "include", file);
    joiner.join(document, "policies", file);
    return joiner.take();
}

bool is_policy_alone(Node const& document)
{
    if (!document.is_map()) return false;
    bool has_shocks = false;
    for (Node::Entry const& entry : document.entries)
    {
        if (!is_key_of_a_policy(entry.key) && entry.key != "policies") return false;
        has_shocks = has_shocks || entry.key == "shocks" || entry.key == "include" ||
                     entry.key == "policies";
    }
    return has_shocks;
}
}  // namespace kochmon
