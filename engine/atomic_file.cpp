// SPDX-License-Identifier: MIT
#include "engine/atomic_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"
#include "engine/open_file.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// 0 for success, else errno's value, as of all that follows.
int fill_new_file(OpenFile const& file, Pieces const& next)
{
    while (auto const piece = next())
        if (int const cause = write_all(file.descriptor(), *piece)) return cause;
    if (int const cause = sync(file.descriptor())) return cause;
    return file.close_a_copy();
}

/// Not one that was taken for stale and removed before it could be locked.
bool is_ours_alone(OpenFile const& file)
{
    struct stat found = {};
    return take_alone(file) && ::fstat(file.descriptor(), &found) == 0 && found.st_nlink > 0;
}

/// Fills the new file and gives it its final name. Until then it is open, and so locked: whoever
/// clears the folder would else take it for stale.
int fill_and_rename(OpenFile const& opened, fs::path const& temporary, fs::path const& file,
                    Pieces const& next)
{
    int cause = 0;
    try
    {
        cause = fill_new_file(opened, next);
    }
    catch (...)
    {
        ::unlink(temporary.c_str());
        throw;
    }
    auto const renamed = [&] { return ::rename(temporary.c_str(), file.c_str()); };
    if (cause == 0 && again_if_interrupted(renamed) != 0) cause = errno;
    if (cause != 0) ::unlink(temporary.c_str());
    return cause;
}

/// Makes a new file of a name that nobody else has, fills it and gives it its final name.
int write_beside(fs::path const& folder, fs::path const& file, Pieces const& next)
{
    constexpr int names = 10'000;
    for (int name = 0; name < names; ++name)
    {
        fs::path const temporary = folder / fmt::format(".kochmon-{}-{}.tmp", ::getpid(), name);
        OpenFile opened(temporary, O_WRONLY | O_CREAT | O_EXCL);
        if (!opened.is_open() && opened.cause() == EEXIST) continue;
        if (!opened.is_open()) return opened.cause();
        if (is_ours_alone(opened)) return fill_and_rename(opened, temporary, file, next);
    }
    return EEXIST;
}

/// The number of letters from `begin` on that are digits.
std::size_t digits_at(std::string_view text, std::size_t begin)
{
    std::string_view const rest = text.substr(std::min(begin, text.size()));
    return std::min(rest.find_first_not_of("0123456789"), rest.size());
}

/// Renaming would put a plain file in the place of a device such as /dev/full, or of a link.
void expect_replaceable(fs::path const& file)
{
    std::error_code error;
    auto const type = fs::symlink_status(file, error).type();
    if (type == fs::file_type::not_found || type == fs::file_type::regular) return;
    if (type == fs::file_type::none) fail_to("write", file, error.value());
    throw FileError(
        fmt::format("cannot write {}: it is there and is not a regular file; choose "
                    "another path",
                    file.string()));
}

// A pipe would wait for somebody who writes, a device might never end.
void demand_file(int descriptor, fs::path const& file)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) fail_to("read", file, errno);
    if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) return;
    throw FileError(
        fmt::format("cannot read {}: it is no regular file; name another file", file.string()));
}
}  // namespace

void write_whole_file(fs::path const& file, std::string_view content)
{
    bool given = false;
    write_whole_file(file,
                     [&]() -> std::optional<std::string_view>
                     {
                         if (given) return std::nullopt;
                         given = true;
                         return content;
                     });
}

void write_whole_file(fs::path const& file, Pieces const& next)
{
    fs::path const folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (int const cause = make_folders(folder)) fail_to("write", file, cause);
    expect_replaceable(file);
    if (int const cause = write_beside(folder, file, next)) fail_to("write", file, cause);
    if (int const cause = sync_folder(folder)) fail_to("write", file, cause);
}

std::string read_whole_file(fs::path const& file)
{
    OpenFile const opened(file, O_RDONLY | O_NONBLOCK);
    if (!opened.is_open()) fail_to("read", file, opened.cause());
    demand_file(opened.descriptor(), file);
    std::string content;
    std::vector<char> part(65536);
    for (;;)
    {
        auto const got = again_if_interrupted(
            [&] { return ::read(opened.descriptor(), part.data(), part.size()); });
        if (got < 0) fail_to("read", file, errno);
        if (got == 0) return content;
        content.append(part.data(), static_cast<std::size_t>(got));
    }
}

bool is_temporary_name(std::string const& name)
{
    constexpr std::string_view head = ".kochmon-";
    if (!name.starts_with(head)) return false;
    std::size_t const process = digits_at(name, head.size());
    std::size_t const dash = head.size() + process;
    if (process == 0 || dash >= name.size() || name[dash] != '-') return false;
    std::size_t const number = digits_at(name, dash + 1);
    return number > 0 && name.substr(dash + 1 + number) == ".tmp";
}

void clear_stale_temporary_files(fs::path const& folder)
{
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end;
         at.increment(ignored))
    {
        if (!is_temporary_name(at->path().filename().string())) continue;
        if (!fs::is_regular_file(at->symlink_status(ignored))) continue;
        OpenFile const left(at->path(), O_RDWR | O_NOFOLLOW | O_NONBLOCK);
        // Meanwhile it may have got its final name, and another file this one.
        if (left.is_open() && take_alone(left) && left.is_at(at->path()))
            ::unlink(at->path().c_str());
    }
}
}  // namespace kochmon
