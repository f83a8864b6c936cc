// SPDX-License-Identifier: MIT
#include "engine/atomic_file.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

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

[[noreturn]] void fail(char const* verb, fs::path const& file, int cause)
{
    throw FileError(fmt::format("cannot {} {}: {}; {}", verb, file.string(),
                                std::generic_category().message(cause), advice(cause)));
}

/// A call that a signal cut short is made again.
template <class Call>
auto again_if_interrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

class OpenFile
{
  public:
    OpenFile(fs::path const& path, int mode)
        : descriptor_(
              again_if_interrupted([&] { return ::open(path.c_str(), mode | O_CLOEXEC, 0666); })),
          cause_(is_open() ? 0 : errno)
    {
    }
    ~OpenFile()
    {
        if (is_open()) ::close(descriptor_);
    }
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }
    /// Why it did not open.
    int cause() const { return cause_; }
    /// 0 or the cause. Linux has closed the file even when a signal interrupts.
    int close()
    {
        int const result = ::close(descriptor_);
        descriptor_ = -1;
        return result == 0 || errno == EINTR ? 0 : errno;
    }

  private:
    int descriptor_;
    int cause_;
};

/// The rest of this file takes 0 for success and errno's value for a failure.
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

/// Without it a power cut could undo the renaming. Some file systems cannot (EINVAL).
int sync_folder(fs::path const& folder)
{
    OpenFile opened(folder, O_RDONLY | O_DIRECTORY);
    if (!opened.is_open()) return opened.cause();
    int const cause = sync(opened.descriptor());
    return cause == EINVAL ? 0 : cause;
}

int fill_new_file(OpenFile& file, std::string_view content)
{
    if (int const cause = write_all(file.descriptor(), content)) return cause;
    if (int const cause = sync(file.descriptor())) return cause;
    return file.close();
}

/// Makes a new file of a name that nobody else has, fills it and gives it its final name.
int write_beside(fs::path const& folder, fs::path const& file, std::string_view content)
{
    constexpr int names = 10'000;
    for (int name = 0; name < names; ++name)
    {
        fs::path const temporary = folder / fmt::format(".kochmon-{}-{}.tmp", ::getpid(), name);
        OpenFile opened(temporary, O_WRONLY | O_CREAT | O_EXCL);
        if (!opened.is_open() && opened.cause() == EEXIST) continue;
        if (!opened.is_open()) return opened.cause();
        int cause = fill_new_file(opened, content);
        if (cause == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) cause = errno;
        if (cause != 0) ::unlink(temporary.c_str());
        return cause;
    }
    return EEXIST;
}

/// Renaming would put a plain file in the place of a device such as /dev/full, or of a link.
void expect_replaceable(fs::path const& file)
{
    std::error_code error;
    auto const type = fs::symlink_status(file, error).type();
    if (type == fs::file_type::not_found || type == fs::file_type::regular) return;
    if (type == fs::file_type::none) fail("write", file, error.value());
    throw FileError(
        fmt::format("cannot write {}: it is there and is not a regular file; choose "
                    "another path",
                    file.string()));
}
}  // namespace

void write_whole_file(fs::path const& file, std::string_view content)
{
    fs::path const folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail("write", file, error.value());
    expect_replaceable(file);
    if (int const cause = write_beside(folder, file, content)) fail("write", file, cause);
    if (int const cause = sync_folder(folder)) fail("write", file, cause);
}

std::string read_whole_file(fs::path const& file)
{
    OpenFile const opened(file, O_RDONLY);
    if (!opened.is_open()) fail("read", file, opened.cause());
    std::string content;
    std::array<char, 65536> part{};
    for (;;)
    {
        auto const got = again_if_interrupted(
            [&] { return ::read(opened.descriptor(), part.data(), part.size()); });
        if (got < 0) fail("read", file, errno);
        if (got == 0) return content;
        content.append(part.data(), static_cast<std::size_t>(got));
    }
}

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    int const computed =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    if (computed != 1) throw InternalError("libcrypto did not compute a SHA-256 digest");
    return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}
}  // namespace kochmon
