// SPDX-License-Identifier: MIT
#include "engine/open_file.hpp"

#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
char const* advice(int cause)
{
    switch (cause)
    {
        case ENOSPC:
        case EDQUOT:
            return "free some space there or choose another folder";
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a folder that you may use or ask for the right to use it";
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
            return "check the path";
        case EIO:
            return "the device reports a fault; choose another one";
        default:
            return "mend the cause or choose another path";
    }
}

/// The lock of a whole file that belongs to its opening, not to the process: closing another
/// opening of the same file does not lose it, and it ends with the process however that ends.
struct flock whole_file()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}
}  // namespace

void fail_to(char const* verb, std::filesystem::path const& file, int cause)
{
    throw FileError(fmt::format("cannot {} {}: {}; {}", verb, file.string(),
                                std::generic_category().message(cause), advice(cause)));
}

OpenFile::OpenFile(std::filesystem::path const& path, int mode)
    : descriptor_(
          again_if_interrupted([&] { return ::open(path.c_str(), mode | O_CLOEXEC, 0666); })),
      cause_(is_open() ? 0 : errno)
{
}

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(other.descriptor_), cause_(other.cause_)
{
    other.descriptor_ = -1;
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    std::swap(cause_, other.cause_);
    return *this;
}

OpenFile::~OpenFile()
{
    if (is_open()) ::close(descriptor_);
}

bool OpenFile::is_at(std::filesystem::path const& path) const
{
    struct stat opened = {};
    struct stat there = {};
    if (::fstat(descriptor_, &opened) != 0 || ::lstat(path.c_str(), &there) != 0) return false;
    return opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

int OpenFile::close_a_copy() const
{
    int const copy = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return errno;
    return ::close(copy) == 0 || errno == EINTR ? 0 : errno;
}

int write_all(int descriptor, std::string_view content)
{
    while (!content.empty())
    {
        auto const written = again_if_interrupted(
            [&] { return ::write(descriptor, content.data(), content.size()); });
        if (written < 0) return errno;
        if (written == 0) return ENOSPC;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int sync(int descriptor)
{
    return again_if_interrupted([&] { return ::fsync(descriptor); }) == 0 ? 0 : errno;
}

int sync_folder(std::filesystem::path const& folder)
{
    OpenFile const opened(folder, O_RDONLY | O_DIRECTORY);
    if (!opened.is_open()) return opened.cause();
    int const cause = sync(opened.descriptor());
    return cause == EINVAL ? 0 : cause;
}

int make_folders(std::filesystem::path const& folder)
{
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error)) return 0;
    auto const make = [&] { return ::mkdir(folder.c_str(), 0777); };
    if (again_if_interrupted(make) == 0)
        return sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
    if (errno != ENOENT) return errno == EEXIST ? 0 : errno;
    if (int const cause = make_folders(folder.parent_path())) return cause;
    if (again_if_interrupted(make) != 0 && errno != EEXIST) return errno;
    return sync_folder(folder.parent_path());
}

bool take_alone(OpenFile const& file)
{
    struct flock lock = whole_file();
    auto const took =
        again_if_interrupted([&] { return ::fcntl(file.descriptor(), F_OFD_SETLK, &lock); });
    return took == 0 || (errno != EAGAIN && errno != EACCES);
}

bool is_taken(OpenFile const& file)
{
    struct flock lock = whole_file();
    auto const asked =
        again_if_interrupted([&] { return ::fcntl(file.descriptor(), F_OFD_GETLK, &lock); });
    return asked == 0 && lock.l_type != F_UNLCK;
}
}  // namespace kochmon
