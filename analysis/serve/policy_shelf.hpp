// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "analysis/serve/own_commands.hpp"
#include "analysis/serve/policy_draft.hpp"

namespace kochmon
{
/// What is told of what was typed: `{"ok": ..., "mistakes": [{"shock", "field", "text"}, ...]}`,
/// shocks from 0, or null where it is no field of a change.
Json verdict_of(Json const& mistakes);
/// Of a field that belongs to no change, such as the name.
Json mistake_at(char const* field, std::string const& text);

/// The policies below a folder that is served: `policies/NAME.yaml` over one base.
class PolicyShelf
{
  public:
    PolicyShelf(std::filesystem::path folder, std::filesystem::path base, std::string base_name,
                OwnCommands& commands);

    std::vector<std::string> names() const;
    /// Nothing: there is none of that name.
    std::optional<std::filesystem::path> file(std::string const& name) const;
    /// Throws UsageError where it holds what no draft can.
    PolicyDraft draft(std::string const& name) const;
    /// Writes it, right or wrong, unless the name is another's, and says what `kochmon validate`
    /// says of the file.
    Json save(PolicyDraft const& draft);

  private:
    std::optional<Json> refusal(PolicyDraft const& draft) const;
    Json verdict(std::string const& file, PolicyDraft const& draft);
    std::string base_of_policies() const;
    std::filesystem::path place() const { return folder_ / "policies"; }

    std::filesystem::path folder_;
    std::filesystem::path base_;
    std::string base_name_;
    OwnCommands& commands_;
    std::mutex writing_;
};
}  // namespace kochmon
