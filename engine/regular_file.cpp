// SPDX-License-Identifier: MIT
#include "engine/regular_file.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// A file that is open for reading; a pipe without a writer does not keep it waiting.
class Opened
{
  public:
    explicit Opened(fs::path const& file)
        : descriptor_(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
    {
    }
    ~Opened()
    {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Opened(Opened const&) = delete;
    Opened& operator=(Opened const&) = delete;
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

[[noreturn]] void fail(fs::path const& file, std::string const& cause)
{
    throw FileError(fmt::format("cannot read {}: {}; name another file", file.string(), cause));
}

[[noreturn]] void fail_with_errno(fs::path const& file)
{
    fail(file, std::generic_category().message(errno));
}

std::size_t size_of(int descriptor, fs::path const& file, std::size_t largest)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) fail_with_errno(file);
    if (!S_ISREG(status.st_mode)) fail(file, "it is no regular file");
    auto const size = static_cast<std::size_t>(status.st_size);
    if (size > largest) fail(file, fmt::format("it is larger than {} MiB", largest >> 20U));
    return size;
}

/// At most `most` bytes.
std::string read_at_most(int descriptor, fs::path const& file, std::size_t most)
{
    std::string content(most, '\0');
    std::size_t got = 0;
    while (got < most)
    {
        auto const part = ::read(descriptor, content.data() + got, most - got);
        if (part < 0 && errno == EINTR) continue;
        if (part < 0) fail_with_errno(file);
        if (part == 0) break;
        got += static_cast<std::size_t>(part);
    }
    content.resize(got);
    return content;
}
}  // namespace

std::string read_regular_file(fs::path const& file, std::size_t largest)
{
    Opened const opened(file);
    if (opened.descriptor() < 0) fail_with_errno(file);
    std::size_t const size = size_of(opened.descriptor(), file, largest);
    std::string content = read_at_most(opened.descriptor(), file, size + 1);
    if (content.size() != size) fail(file, "its size is not that of its content");
    return content;
}
}  // namespace kochmon
