// SPDX-License-Identifier: MIT
#include "analysis/output/unfinished.hpp"

#include <algorithm>
#include <system_error>

#include "engine/atomic_file.hpp"

#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
namespace fs = std::filesystem;

bool is_unfinished(fs::path const& place, std::string const& run)
{
    fs::path const name = fs::path(parts_name) / run_of_parts;
    if (run.empty() || !holds_file(place, name)) return false;
    return !holds_file(place, "run.json") && read_whole_file(place / name) == run &&
           std::ranges::count(read_mark(place).files, name.generic_string(), &WrittenFile::path) >
               0;
}

void clear_temporary_files_below(fs::path const& folder)
{
    std::error_code error;
    clear_stale_temporary_files(folder);
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::end(at); at.increment(error))
        if (at->symlink_status(error).type() == fs::file_type::directory)
            clear_stale_temporary_files(at->path());
}
}  // namespace kochmon
