// SPDX-License-Identifier: MIT
// Loaded before the C library of the program under test (LD_PRELOAD): every call that changes a
// file is counted and noted, and one of them may be made to fail or to be the last.
//   KOCHMON_CALLS=FILE       a line a call: `rename /a/b /a/c`
//   KOCHMON_FAULT=N ERRNO    the N-th call fails so, from 1 on; ERRNO 0: the process is killed at
//   it
//   KOCHMON_NO_EXCHANGE=1    no two names are exchanged, as on a network file system
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{
std::atomic<int> calls = 0;

/// The C library's own call of that name.
template <class Call>
Call* original(char const* name)
{
    return reinterpret_cast<Call*>(::dlsym(RTLD_NEXT, name));
}

std::string path_of(int descriptor)
{
    std::array<char, 4096> path{};
    std::string const link = "/proc/self/fd/" + std::to_string(descriptor);
    ssize_t const size = ::readlink(link.c_str(), path.data(), path.size());
    return {path.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
}

std::string absolute(int folder, char const* path)
{
    if (*path == '/') return path;
    if (folder != AT_FDCWD) return path_of(folder) + '/' + path;
    std::array<char, 4096> here{};
    return std::string(::getcwd(here.data(), here.size())) + '/' + path;
}

/// By the system alone, so that it is not noted itself.
void note(std::string const& line)
{
    char const* const file = std::getenv("KOCHMON_CALLS");
    if (file == nullptr) return;
    auto const to = ::syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT, 0600);
    ::syscall(SYS_write, to, line.data(), line.size());
    ::syscall(SYS_close, to);
}

/// Whether this call is to fail; errno then says how.
bool fails(std::string_view call, std::string const& what)
{
    if (what.empty() || what.front() != '/' || what.starts_with("/dev/")) return false;
    int const number = ++calls;
    note(std::string(call) + ' ' + what + '\n');
    char const* const fault = std::getenv("KOCHMON_FAULT");
    if (fault == nullptr) return false;
    int at = 0;
    int error = 0;
    if (std::sscanf(fault, "%d %d", &at, &error) != 2 || at != number) return false;
    if (error == 0) ::kill(::getpid(), SIGKILL);
    errno = error;
    return true;
}

int open_as(char const* name, char const* path, int mode, mode_t rights)
{
    bool const makes = (mode & O_CREAT) != 0;
    if (makes && fails("create", absolute(AT_FDCWD, path))) return -1;
    return original<int(char const*, int, ...)>(name)(path, mode, rights);
}
}  // namespace

extern "C"
{
    // NOLINTBEGIN: names, types and variable arguments are those of the C library
    int open(char const* path, int mode, ...)
    {
        va_list more;
        va_start(more, mode);
        mode_t const rights = (mode & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
        va_end(more);
        return open_as("open", path, mode, rights);
    }

    int open64(char const* path, int mode, ...)
    {
        va_list more;
        va_start(more, mode);
        mode_t const rights = (mode & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
        va_end(more);
        return open_as("open64", path, mode, rights);
    }

    ssize_t write(int descriptor, void const* bytes, size_t size)
    {
        if (descriptor > 2 && fails("write", path_of(descriptor))) return -1;
        return original<ssize_t(int, void const*, size_t)>("write")(descriptor, bytes, size);
    }

    int fsync(int descriptor)
    {
        if (fails("fsync", path_of(descriptor))) return -1;
        return original<int(int)>("fsync")(descriptor);
    }

    // That of a file which is being written: others have nothing to lose.
    int close(int descriptor)
    {
        std::string const path = path_of(descriptor);
        bool const failed = path.ends_with(".tmp") && fails("close", path);
        int const error = errno;
        int const result = original<int(int)>("close")(descriptor);
        errno = failed ? error : errno;
        return failed ? -1 : result;
    }

    int rename(char const* from, char const* to) noexcept
    {
        if (fails("rename", absolute(AT_FDCWD, from) + ' ' + absolute(AT_FDCWD, to))) return -1;
        return original<int(char const*, char const*)>("rename")(from, to);
    }

    int renameat2(int at, char const* from, int to_at, char const* to, unsigned flags) noexcept
    {
        if ((flags & RENAME_EXCHANGE) != 0 && std::getenv("KOCHMON_NO_EXCHANGE") != nullptr)
        {
            errno = EINVAL;
            return -1;
        }
        if (fails("renameat2", absolute(at, from) + ' ' + absolute(to_at, to))) return -1;
        return original<int(int, char const*, int, char const*, unsigned)>("renameat2")(
            at, from, to_at, to, flags);
    }

    int linkat(int at, char const* from, int to_at, char const* to, int flags) noexcept
    {
        if (fails("linkat", absolute(at, from) + ' ' + absolute(to_at, to))) return -1;
        return original<int(int, char const*, int, char const*, int)>("linkat")(at, from, to_at, to,
                                                                                flags);
    }

    int mkdir(char const* path, mode_t mode) noexcept
    {
        if (fails("mkdir", absolute(AT_FDCWD, path))) return -1;
        return original<int(char const*, mode_t)>("mkdir")(path, mode);
    }

    int rmdir(char const* path) noexcept
    {
        if (fails("rmdir", absolute(AT_FDCWD, path))) return -1;
        return original<int(char const*)>("rmdir")(path);
    }

    int unlink(char const* path) noexcept
    {
        if (fails("unlink", absolute(AT_FDCWD, path))) return -1;
        return original<int(char const*)>("unlink")(path);
    }

    int unlinkat(int at, char const* path, int flags) noexcept
    {
        if (fails("unlinkat", absolute(at, path))) return -1;
        return original<int(int, char const*, int)>("unlinkat")(at, path, flags);
    }

    int chmod(char const* path, mode_t mode) noexcept
    {
        if (fails("chmod", absolute(AT_FDCWD, path))) return -1;
        return original<int(char const*, mode_t)>("chmod")(path, mode);
    }
    // NOLINTEND
}
