// SPDX-License-Identifier: MIT
#include "analysis/output/old_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/open_file.hpp"

#include "analysis/output/folder_content.hpp"
#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

int link_one(fs::path const& from, fs::path const& to)
{
    std::error_code error;
    if (fs::symlink_status(from, error).type() == fs::file_type::directory) return make_folders(to);
    if (int const cause = make_folders(to.parent_path())) return cause;
    auto const link = [&] { return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0); };
    return again_if_interrupted(link) == 0 ? 0 : errno;
}

/// Back to the folder, if its place there is free.
void give_back(fs::path const& from, fs::path const& to)
{
    if (is_same_file(from, to))
        ::unlink(from.c_str());
    else if (make_folders(to.parent_path()) == 0)
        rename_to_free_name(from, to);
}
}  // namespace

bool is_same_file(fs::path const& one, fs::path const& other)
{
    struct stat first = {};
    struct stat second = {};
    return ::lstat(one.c_str(), &first) == 0 && ::lstat(other.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

int rename_to_free_name(fs::path const& from, fs::path const& to)
{
    auto const rename = [&]
    { return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE); };
    if (again_if_interrupted(rename) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system that cannot refuse by itself.
    std::error_code error;
    if (fs::symlink_status(to, error).type() != fs::file_type::not_found) return EEXIST;
    auto const plain = [&] { return ::rename(from.c_str(), to.c_str()); };
    return again_if_interrupted(plain) == 0 ? 0 : errno;
}

int link_all(std::vector<std::string> const& paths, fs::path const& from, fs::path const& to)
{
    for (std::string const& path : paths)
        if (int const cause = link_one(from / path, to / path)) return cause;
    return 0;
}

void remove_empty_folders(fs::path const& folder)
{
    std::error_code error;
    std::vector<fs::path> folders;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::end(at); at.increment(error))
        if (at->symlink_status(error).type() == fs::file_type::directory)
            folders.push_back(at->path());
    // What lies deeper comes later.
    std::ranges::reverse(folders);
    for (fs::path const& empty : folders) ::rmdir(empty.c_str());
}

void remove_old_folder(fs::path const& old, fs::path const& folder)
{
    FolderContent const content = content_of(old);
    for (std::string const& path : content.written) ::unlink((old / path).c_str());
    for (auto const* const paths : {&content.foreign, &content.changed})
        for (std::string const& path : *paths) give_back(old / path, folder / path);
    remove_empty_folders(old);
    std::error_code error;
    fs::remove_all(old / part_name, error);
    std::vector<fs::path> left(fs::directory_iterator(old, error), {});
    if (left.size() > 1 || (left.size() == 1 && left.front().filename() != mark_name)) return;
    ::unlink((old / mark_name).c_str());
    ::rmdir(old.c_str());
}
}  // namespace kochmon
