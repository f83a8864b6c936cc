// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// One change as somebody has typed it: nothing of it is checked here.
struct DraftShock
{
    std::string lever;
    std::string operation;  // set, scale or add
    std::string amount;
    std::string from;
    std::string until = {};  // empty: it stays
    std::string ramp = {};   // empty: at once
    std::vector<std::pair<std::string, std::vector<std::string>>> groups = {};
};

struct PolicyDraft
{
    std::string name;
    std::vector<DraftShock> shocks;
};

/// What a browser sent. Throws UsageError where it is no draft: these are no mistakes of whoever
/// typed, whose fields hold any text.
PolicyDraft draft_of(Json const& sent);
Json as_json(PolicyDraft const& draft);
/// What a policy file says, if it holds nothing but shocks that an editor can show. Nothing
/// otherwise.
std::optional<PolicyDraft> draft_in(std::string const& policy_text);
}  // namespace kochmon
