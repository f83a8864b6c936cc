// SPDX-License-Identifier: MIT
#include "engine/regular_file.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

class RegularFile : public testing::Test
{
  protected:
    RegularFile()
        : folder_(fs::path(testing::TempDir()) /
                  ("kochmon-regular-file-" + std::to_string(getpid())))
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~RegularFile() override { fs::remove_all(folder_); }

    fs::path write(std::string const& text) const
    {
        std::ofstream(folder_ / "file", std::ios::binary) << text;
        return folder_ / "file";
    }
    fs::path const& folder() const { return folder_; }

  private:
    fs::path folder_;
};

void expect_refused(fs::path const& file, std::string const& why)
{
    EXPECT_THAT([&] { read_regular_file(file, 1U << 20U); },
                ThrowsMessage<FileError>(HasSubstr(why)));
}
}  // namespace

TEST_F(RegularFile, is_read_to_its_end)
{
    EXPECT_EQ(read_regular_file(write("a\r\nb"), 4), "a\r\nb");
    EXPECT_EQ(read_regular_file(write(""), 4), "");
    std::string const large(1U << 20U, 'x');
    EXPECT_EQ(read_regular_file(write(large), large.size()), large);
}

TEST_F(RegularFile, is_refused_when_larger)
{
    expect_refused(write(std::string((1U << 20U) + 1, 'x')), "it is larger than 1 MiB");
}

// A pipe without a writer would keep the program waiting, a device would never end.
TEST_F(RegularFile, is_neither_pipe_nor_device_nor_folder)
{
    fs::path const pipe = folder() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    expect_refused(pipe, "it is no regular file");
    expect_refused("/dev/zero", "it is no regular file");
    expect_refused(folder(), "it is no regular file");
    expect_refused(folder() / "none", "No such file");
}

TEST_F(RegularFile, is_none_of_the_kernel_which_have_no_size)
{
    expect_refused("/proc/self/maps", "its size is not that of its content");
    expect_refused("/proc/self/pagemap", "cannot read");
    expect_refused("/proc/cpuinfo", "its size is not that of its content");
}
}  // namespace kochmon
