// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "analysis/output/folder_content.hpp"
#include "analysis/output/input_files.hpp"

namespace kochmon
{
/// Throws OutputExistsError: the folder and why it cannot be had.
[[noreturn]] void refuse_folder(std::filesystem::path const& folder, std::string const& why);

/// Who has just made an empty folder is going to mark it: gives it a moment.
void wait_for_mark(std::filesystem::path const& folder);

/// Each throws OutputExistsError if it is not so.
/// It is a folder, and no link to one.
void demand_folder(std::filesystem::path const& folder);
/// Nobody writes into it now.
void demand_no_holder(std::filesystem::path const& folder);
/// Nothing that was read lies in it, or is one of the files that would go.
void demand_no_input(std::filesystem::path const& folder, FolderContent const& content,
                     InputFiles const& inputs);
/// Everything that would be in the way is ours.
void demand_ours(std::filesystem::path const& folder, FolderContent const& content);
}  // namespace kochmon
