// SPDX-License-Identifier: MIT
#include "analysis/serve/policy_draft.hpp"

#include <algorithm>

#include "engine/error.hpp"

#include "config/document.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_shocks = 40;
constexpr std::size_t longest_field = 200;

[[noreturn]] void refuse_draft(std::string const& what)
{
    throw UsageError("a policy was sent that this program's own page does not send: " + what);
}

std::string field_of(Json const& map, char const* key)
{
    auto const found = map.find(key);
    if (found == map.end() || !found->is_string()) refuse_draft(key);
    auto text = found->get<std::string>();
    auto const is_control = [](char c)
    { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; };
    if (text.size() > longest_field || std::ranges::any_of(text, is_control)) refuse_draft(key);
    return text;
}

std::vector<std::string> names_of(Json const& list)
{
    if (!list.is_array() || list.size() > longest_field) refuse_draft("group");
    std::vector<std::string> names;
    names.reserve(list.size());
    for (Json const& one : list) names.push_back(field_of(Json{{"group", one}}, "group"));
    return names;
}

DraftShock shock_of(Json const& sent)
{
    if (!sent.is_object()) refuse_draft("shocks");
    DraftShock shock{.lever = field_of(sent, "lever"),
                     .operation = field_of(sent, "operation"),
                     .amount = field_of(sent, "amount"),
                     .from = field_of(sent, "from"),
                     .until = field_of(sent, "until"),
                     .ramp = field_of(sent, "ramp")};
    if (shock.operation != "set" && shock.operation != "scale" && shock.operation != "add")
        refuse_draft("operation");
    Json const groups = sent.value("groups", Json::object());
    if (!groups.is_object()) refuse_draft("groups");
    for (auto const& [dimension, names] : groups.items())
        shock.groups.emplace_back(dimension, names_of(names));
    return shock;
}

std::string scalar_at(Node const& map, std::string_view key)
{
    Node const* const node = map.find(key);
    return node != nullptr && node->is_scalar() ? node->text : std::string();
}

/// `origin: [osh, batken]` or `origin: osh`.
std::vector<std::string> names_in(Node const& node)
{
    if (node.is_scalar()) return {node.text};
    std::vector<std::string> names;
    for (Node const& one : node.items) names.push_back(one.text);
    return names;
}

std::optional<DraftShock> shock_in(Node const& node)
{
    DraftShock shock{.lever = scalar_at(node, "lever"),
                     .operation = {},
                     .amount = {},
                     .from = scalar_at(node, "from"),
                     .until = scalar_at(node, "until"),
                     .ramp = scalar_at(node, "ramp")};
    for (char const* const operation : {"set", "scale", "add"})
        if (node.find(operation) != nullptr)
        {
            if (!shock.operation.empty()) return std::nullopt;
            shock.operation = operation;
            shock.amount = scalar_at(node, operation);
        }
    if (Node const* const group = node.find("group"); group != nullptr)
        for (Node::Entry const& entry : group->entries)
            shock.groups.emplace_back(entry.key, names_in(entry.value));
    // A source would be lost with the next change.
    bool const is_shown =
        node.is_map() && !shock.operation.empty() && node.find("source") == nullptr;
    return is_shown ? std::optional(std::move(shock)) : std::nullopt;
}

bool holds_shocks_alone(Node const& document)
{
    return document.is_map() &&
           std::ranges::all_of(document.entries,
                               [](Node::Entry const& entry)
                               {
                                   return entry.key == "schema" || entry.key == "scenario" ||
                                          entry.key == "base" || entry.key == "shocks";
                               });
}
}  // namespace

PolicyDraft draft_of(Json const& sent)
{
    if (!sent.is_object()) refuse_draft("no map");
    PolicyDraft draft{.name = field_of(sent, "name"), .shocks = {}};
    Json const shocks = sent.value("shocks", Json::array());
    if (!shocks.is_array() || shocks.size() > most_shocks) refuse_draft("shocks");
    draft.shocks.reserve(shocks.size());
    for (Json const& shock : shocks) draft.shocks.push_back(shock_of(shock));
    return draft;
}

Json as_json(PolicyDraft const& draft)
{
    Json shocks = Json::array();
    for (DraftShock const& shock : draft.shocks)
    {
        Json groups = Json::object();
        for (auto const& [dimension, names] : shock.groups) groups[dimension] = names;
        Json one = Json::object();
        one["lever"] = shock.lever;
        one["operation"] = shock.operation;
        one["amount"] = shock.amount;
        one["from"] = shock.from;
        one["until"] = shock.until;
        one["ramp"] = shock.ramp;
        one["groups"] = groups;
        shocks.push_back(one);
    }
    Json whole = Json::object();
    whole["name"] = draft.name;
    whole["shocks"] = shocks;
    return whole;
}

std::optional<PolicyDraft> draft_in(std::string const& policy_text)
{
    Diagnostics diagnostics;
    auto const document = parse_document(policy_text, diagnostics.add_file("policy"), diagnostics);
    if (!document || diagnostics.count() > 0 || !holds_shocks_alone(*document)) return std::nullopt;
    PolicyDraft draft{.name = scalar_at(*document, "scenario"), .shocks = {}};
    Node const* const shocks = document->find("shocks");
    if (shocks == nullptr || !shocks->is_list()) return std::nullopt;
    for (Node const& node : shocks->items)
    {
        auto shock = shock_in(node);
        if (!shock) return std::nullopt;
        draft.shocks.push_back(*std::move(shock));
    }
    return draft;
}
}  // namespace kochmon
