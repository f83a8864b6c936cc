// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/output/written_file.hpp"

namespace kochmon
{
/// What the run.json of an earlier result lists.
struct PastAccount
{
    std::vector<WrittenFile> files;
    // Of older versions, which list no figures: their names follow from what was run.
    std::vector<std::string> figures;
};

/// Nothing if there is none of ours whose digest is that of the files that it lists.
std::optional<PastAccount> past_account_in(std::filesystem::path const& folder);
}  // namespace kochmon
