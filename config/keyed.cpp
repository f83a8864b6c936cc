// SPDX-License-Identifier: MIT
#include "config/keyed.hpp"

#include <algorithm>

#include "config/suggestion.hpp"

namespace kochmon
{
Keyed::Keyed(Node const& map, std::string path, std::vector<std::string> keys,
             Diagnostics& diagnostics)
    : map_(map), path_(std::move(path)), keys_(std::move(keys)), diagnostics_(diagnostics)
{
    for (Node::Entry const& entry : map_.entries)
    {
        if (entry.key.empty() || std::find(keys_.begin(), keys_.end(), entry.key) != keys_.end())
            continue;
        has_unknown_ = true;
        // `source: F2, 2010` without quotes makes a key of what follows the comma.
        bool const is_rest = entry.value.kind == Node::Kind::null && map_.find("source") != nullptr;
        std::string hint = did_you_mean(closest(entry.key, keys_));
        if (hint.empty() && is_rest) hint = "put a text with a comma in quotes";
        diagnostics_.report(entry.place, path_,
                            {"unknown key " + shown(entry.key), listed(keys_, "or"), hint});
    }
}

Node const* Keyed::required(std::string_view key) const
{
    Node const* const node = map_.find(key);
    if (node == nullptr && !has_unknown_)
        diagnostics_.report(map_.place, path_, {"no " + shown(key) + " here", listed(keys_)});
    return node;
}

std::string Keyed::text(std::string_view key) const
{
    Node const* const node = map_.find(key);
    if (node == nullptr || node->is_spoiled()) return {};
    if (node->is_scalar() && !node->text.empty() && is_one_line(node->text)) return node->text;
    diagnostics_.report(node->place, path_,
                        {described(*node) + " as " + std::string(key), "one line of text"});
    return {};
}

bool is_one_line(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char letter)
                        { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; });
}
}  // namespace kochmon
