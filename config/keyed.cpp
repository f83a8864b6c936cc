// SPDX-License-Identifier: MIT
#include "config/keyed.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/suggestion.hpp"

namespace kochmon
{
Keyed::Keyed(Node const& map, std::string path, std::vector<std::string> keys,
             Diagnostics& diagnostics)
    : map_(map), path_(std::move(path)), keys_(std::move(keys)), diagnostics_(diagnostics)
{
    for (std::size_t at = 0; at < map_.entries.size(); ++at)
    {
        Node::Entry const& entry = map_.entries[at];
        if (entry.key.empty() || std::find(keys_.begin(), keys_.end(), entry.key) != keys_.end())
            continue;
        has_unknown_ = true;
        diagnostics_.report(entry.place, path_, unknown(at));
    }
}

/// What follows a comma, in `value: 25,000 RUB` or `source: F2, 2010`, is a key without value.
Mistake Keyed::unknown(std::size_t at)
{
    Node::Entry const& entry = map_.entries[at];
    std::string const what = "unknown key " + shown(entry.key);
    bool const is_rest = at > 0 && entry.value.kind == Node::Kind::null;
    bool const begins_like_a_number = entry.key.front() >= '0' && entry.key.front() <= '9';
    if (is_rest && begins_like_a_number && map_.entries[at - 1].key != "source")
    {
        parts_a_number_ = true;
        return {what, "a number without a comma",
                "a comma separates keys: decimals follow a point, thousands nothing"};
    }
    std::string hint = did_you_mean(closest(entry.key, keys_));
    if (hint.empty() && is_rest && map_.find("source") != nullptr)
        hint = "put a text with a comma in quotes";
    return {what, listed(keys_, "or"), hint};
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
    // Its words are not shown, lest a letter of another alphabet be taken for the mistake.
    if (node->is_scalar() && node->text.find('\n') != std::string::npos)
        diagnostics_.report(
            node->place, path_,
            {fmt::format("several lines as {}", key), "one line of text", "join them with spaces"});
    else
        diagnostics_.report(node->place, path_,
                            {fmt::format("{} as {}", described(*node), key), "one line of text"});
    return {};
}

bool is_one_line(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char letter)
                        { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; });
}
}  // namespace kochmon
