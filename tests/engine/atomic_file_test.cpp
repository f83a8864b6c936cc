// SPDX-License-Identifier: MIT
#include "engine/atomic_file.hpp"

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

class AtomicFile : public testing::Test
{
  protected:
    AtomicFile()
        : folder_(fs::path(testing::TempDir()) /
                  (std::string("kochmon-") + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name()))
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~AtomicFile() override { fs::remove_all(folder_); }

    std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (auto const& entry : fs::directory_iterator(folder_))
            found.push_back(entry.path().filename().string());
        return found;
    }

    fs::path folder_;
};

/// Lets no file grow above a size while it lives: a disk that fills in the middle of a write.
class FullDisk
{
  public:
    explicit FullDisk(rlim_t bytes) : old_signal_(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &old_limit_);
        rlimit limit = old_limit_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &old_limit_);
        std::signal(SIGXFSZ, old_signal_);
    }
    FullDisk(FullDisk const&) = delete;
    FullDisk& operator=(FullDisk const&) = delete;

  private:
    void (*old_signal_)(int);
    rlimit old_limit_{};
};
}  // namespace

TEST_F(AtomicFile, holds_exactly_the_bytes_written)
{
    std::string content("a\0b\r\n\xFF", 6);
    for (int i = 0; i < 100'000; ++i) content += static_cast<char>(i);
    write_whole_file(folder_ / "table.csv", content);
    EXPECT_EQ(read_whole_file(folder_ / "table.csv"), content);
    write_whole_file(folder_ / "empty", "");
    EXPECT_EQ(read_whole_file(folder_ / "empty"), "");
}

TEST_F(AtomicFile, replaces_an_older_file_and_leaves_nothing_else)
{
    write_whole_file(folder_ / "result", "old and longer");
    write_whole_file(folder_ / "result", "new");
    EXPECT_EQ(read_whole_file(folder_ / "result"), "new");
    EXPECT_THAT(names(), testing::ElementsAre("result"));
}

TEST_F(AtomicFile, creates_missing_folders)
{
    write_whole_file(folder_ / "points" / "0001" / "result", "x");
    EXPECT_EQ(read_whole_file(folder_ / "points/0001/result"), "x");
}

TEST_F(AtomicFile, may_stand_in_the_working_folder)
{
    fs::path const before = fs::current_path();
    fs::current_path(folder_);
    write_whole_file("bare", "x");
    fs::current_path(before);
    EXPECT_EQ(read_whole_file(folder_ / "bare"), "x");
}

TEST_F(AtomicFile, may_have_the_longest_name)
{
    fs::path const file = folder_ / std::string(255, 'x');
    write_whole_file(file, "x");
    EXPECT_EQ(read_whole_file(file), "x");
}

TEST_F(AtomicFile, obeys_the_mask_of_permissions)
{
    mode_t const before = ::umask(027);
    write_whole_file(folder_ / "file", "x");
    ::umask(before);
    EXPECT_EQ(static_cast<unsigned>(fs::status(folder_ / "file").permissions()), 0640U);
}

TEST_F(AtomicFile, written_by_many_at_once_is_one_of_theirs)
{
    fs::path const file = folder_ / "shared";
    std::vector<std::thread> writers;
    for (char letter : {'a', 'b', 'c', 'd'})
        writers.emplace_back(
            [&file, letter]
            {
                for (int i = 0; i < 20; ++i) write_whole_file(file, std::string(10'000, letter));
            });
    for (auto& writer : writers) writer.join();
    std::string const content = read_whole_file(file);
    EXPECT_EQ(content, std::string(10'000, content.at(0)));
    EXPECT_THAT(names(), testing::ElementsAre("shared"));
}

TEST_F(AtomicFile, is_not_taken_for_stale_while_it_is_written)
{
    std::atomic<bool> is_over = false;
    std::vector<std::thread> clearers;
    for (int k = 0; k < 2; ++k)
        clearers.emplace_back(
            [&]
            {
                while (!is_over)
                {
                    clear_stale_temporary_files(folder_);
                    std::this_thread::yield();
                }
            });
    int written = 0;
    try
    {
        for (; written < 200; ++written) write_whole_file(folder_ / "file", "content");
    }
    catch (FileError const& error)
    {
        ADD_FAILURE() << error.what();
    }
    is_over = true;
    for (auto& clearer : clearers) clearer.join();
    EXPECT_EQ(written, 200);
    EXPECT_THAT(names(), testing::ElementsAre("file"));
}

TEST_F(AtomicFile, on_a_disk_that_fills_keeps_the_old_content_and_names_the_cause)
{
    fs::path const file = folder_ / "result";
    write_whole_file(file, "old");
    {
        FullDisk const full(64 * 1024);
        EXPECT_THAT(
            [&] { write_whole_file(file, std::string(1'000'000, 'x')); },
            ThrowsMessage<FileError>(AllOf(HasSubstr(file.string()), HasSubstr("File too large"))));
    }
    EXPECT_EQ(read_whole_file(file), "old");
    EXPECT_THAT(names(), testing::ElementsAre("result"));
}

TEST_F(AtomicFile, in_a_folder_that_refuses_new_files_is_an_error_naming_it)
{
    EXPECT_THAT(
        [] { write_whole_file("/proc/result.csv", "x"); },
        ThrowsMessage<FileError>(AllOf(HasSubstr("/proc/result.csv"), HasSubstr("No such file"))));
    if (::geteuid() == 0) return;  // root may write everywhere
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT([&] { write_whole_file(folder_ / "file", "x"); },
                ThrowsMessage<FileError>(HasSubstr("Permission denied; choose a folder")));
    fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(AtomicFile, below_a_file_instead_of_a_folder_is_an_error)
{
    write_whole_file(folder_ / "file", "x");
    EXPECT_THAT([&] { write_whole_file(folder_ / "file" / "below", "x"); },
                ThrowsMessage<FileError>(HasSubstr("file/below: Not a directory; check the path")));
}

TEST_F(AtomicFile, never_takes_the_place_of_a_folder_a_link_or_a_device)
{
    fs::create_directory(folder_ / "folder");
    fs::create_symlink("elsewhere", folder_ / "link");
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    for (char const* name : {"folder", "link", "pipe"})
        EXPECT_THAT([&] { write_whole_file(folder_ / name, "x"); },
                    ThrowsMessage<FileError>(HasSubstr("is not a regular file")));
    EXPECT_TRUE(fs::is_directory(folder_ / "folder"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_TRUE(fs::is_fifo(folder_ / "pipe"));
    EXPECT_EQ(names().size(), 3U);
}

TEST_F(AtomicFile, that_cannot_be_read_is_an_error_naming_it)
{
    EXPECT_THAT([&] { read_whole_file(folder_ / "absent"); },
                ThrowsMessage<FileError>(AllOf(HasSubstr("cannot read"), HasSubstr("absent"),
                                               HasSubstr("No such file or directory"))));
    EXPECT_THAT([&] { read_whole_file(folder_); },
                ThrowsMessage<FileError>(HasSubstr("Is a directory")));
}

// FIPS 180-2, appendix B, and the digest of nothing.
TEST(Sha256, of_pieces_is_that_of_the_whole)
{
    Sha256 sum;
    for (char const* const piece : {"a", "", "bc"}) sum.add(piece);
    EXPECT_EQ(sum.digits(), sha256("abc"));
}

TEST_F(AtomicFile, has_the_digest_of_its_bytes_however_large)
{
    std::string const content(3'000'000, 'x');
    write_whole_file(folder_ / "large", content);
    EXPECT_EQ(sha256_of_file(folder_ / "large"), sha256(content));
    EXPECT_THROW(sha256_of_file(folder_ / "missing"), FileError);
}

TEST_F(AtomicFile, of_pieces_is_written_whole_or_not_at_all)
{
    std::size_t next = 0;
    std::vector<std::string> const pieces = {"one ", "two ", "three"};
    auto const in_turn = [&]() -> std::optional<std::string_view>
    {
        if (next == pieces.size()) return std::nullopt;
        return pieces[next++];
    };
    write_whole_file(folder_ / "file", in_turn);
    EXPECT_EQ(read_whole_file(folder_ / "file"), "one two three");
    bool first = true;
    auto const torn = [&]() -> std::optional<std::string_view>
    {
        if (!first) throw FileError("torn");
        first = false;
        return "half";
    };
    EXPECT_THROW(write_whole_file(folder_ / "file", torn), FileError);
    EXPECT_EQ(read_whole_file(folder_ / "file"), "one two three");
    EXPECT_EQ(names(), std::vector<std::string>{"file"});
}

TEST(Sha256, gives_the_published_digests)
{
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
}  // namespace kochmon
