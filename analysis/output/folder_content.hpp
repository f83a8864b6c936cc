// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/output/written_file.hpp"

namespace kochmon
{
/// Where new results grow while the old ones stand, below the output folder.
inline constexpr char part_name[] = ".kochmon-part";
/// Where the old ones are for the moments in which files of both change places one by one.
inline constexpr char old_name[] = ".kochmon-old";

/// What lies in a folder, told apart by who wrote it. Paths below the folder; links are entries and
/// lead nowhere; mark, part and temporary files are left out.
struct FolderContent
{
    bool is_ours = false;              // by a mark, or by a run.json whose digest is right
    bool is_complete = false;          // has a run.json
    std::vector<WrittenFile> listed;   // what we have written, by mark and run.json
    std::vector<std::string> written;  // those of them that are as they were written
    std::vector<std::string> changed;  // those that are not
    std::vector<std::string> foreign;  // files, links and empty folders of others
    bool is_empty() const { return written.empty() && changed.empty() && foreign.empty(); }

    /// What a killed process leaves that had no result yet: copies of what it read, whole.
    bool holds_copies_alone() const;

    /// Why it may not be written over; nothing: it may.
    std::optional<std::string> obstacle() const;
};

/// Of a folder that is not ours `foreign` holds one entry, since it may be a whole home. Throws
/// FileError.
FolderContent content_of(std::filesystem::path const& folder);
}  // namespace kochmon
