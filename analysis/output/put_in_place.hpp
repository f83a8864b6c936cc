// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
/// Puts the whole result in `folder/.kochmon-part` in the place of the old one, with what others
/// have put beside that. At once where the system can exchange two folders, so that whatever ends
/// the program leaves the old result or the new one. Where it cannot (a place at which a file
/// system is mounted, the working folder, a network file system), file by file: the old ones aside,
/// run.json first, then the new ones in, run.json last; where one cannot, all go back. Both claims
/// belong to this process and follow the folders.
/// Throws OutputExistsError if something has come into the way, FileError.
void put_in_place(std::filesystem::path const& folder, FolderMark& claim, FolderMark& of_part);

/// Brings back an old result of which a killed process has set aside some files.
void restore_old(std::filesystem::path const& folder);

/// Clears what killed processes have left of putting a result in its place, of growing one, and of
/// writing a file. Files of others go back to the folder; throws OutputExistsError where one lies
/// in `folder/.kochmon-part`.
void clear_leftovers(std::filesystem::path const& folder);
}  // namespace kochmon
