// SPDX-License-Identifier: MIT
// Where an output folder may stand.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"

#include "analysis/output/output_folder.hpp"

#include "tests/analysis/output/small_result.hpp"
#include "tests/analysis/program.hpp"

namespace kochmon
{
namespace
{
using tests::put_result;

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;
}  // namespace

TEST(OutputPlace, that_is_no_folder_is_refused)
{
    TestFolder const place;
    put(place / "file", "theirs");
    ASSERT_EQ(::mkfifo((place / "pipe").c_str(), 0600), 0);
    fs::create_symlink("file", place / "link");
    fs::create_symlink("nowhere", place / "dangling");
    fs::create_symlink("loop", place / "loop");
    for (fs::path const& path : {place / "file", place / "pipe", place / "link", place / "dangling",
                                 place / "loop", fs::path("/dev/null")})
        for (IfExists const asked : {IfExists::refuse, IfExists::write_over})
            EXPECT_THROW(OutputFolder(path, asked), OutputExistsError) << path;
    EXPECT_EQ(text_of(place / "file"), "theirs");
    EXPECT_FALSE(fs::exists(place / "nowhere"));
}

TEST(OutputPlace, that_cannot_be_made_is_a_file_error)
{
    TestFolder const place;
    put(place / "file", "theirs");
    for (fs::path const& path : {place / "file/run", fs::path("/proc/run"), fs::path("/dev/null/a"),
                                 place / std::string(300, 'x')})
        EXPECT_THROW(OutputFolder(path, IfExists::refuse), FileError) << path;
}

TEST(OutputPlace, without_the_right_to_write_is_a_file_error)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    TestFolder const place;
    put_result(place / "run", "old");
    fs::permissions(place / "run", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT([&] { put_result(place / "run", "new"); },
                ThrowsMessage<FileError>(HasSubstr("Permission denied")));
    fs::permissions(place / "run", fs::perms::owner_all);
    EXPECT_EQ(text_of(place / "run/series.csv"), "old");
}

TEST(OutputPlace, below_a_folder_without_that_right_is_written_file_by_file)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    TestFolder const place;
    put_result(place / "above/run", "old");
    put(place / "above/run/notes.txt", "mine");
    fs::permissions(place / "above", fs::perms::owner_read | fs::perms::owner_exec);
    put_result(place / "above/run", "new");
    fs::permissions(place / "above", fs::perms::owner_all);
    EXPECT_EQ(text_of(place / "above/run/series.csv"), "new");
    EXPECT_EQ(text_of(place / "above/run/notes.txt"), "mine");
}

TEST(OutputPlace, may_be_named_in_any_way)
{
    TestFolder const place;
    fs::create_directory(place / "above");
    fs::create_directory_symlink("above", place / "link");
    for (char const* const name : {"above/run", "above/run/", "above/../above/run", "link/run"})
    {
        put_result(place / name, name);
        EXPECT_EQ(text_of(place / "above/run/series.csv"), name);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(place / "above"), {}), 1);
}

TEST(OutputPlace, may_be_another_file_system)
{
    struct stat there = {};
    struct stat here = {};
    TestFolder const place;
    bool const is_other = ::stat("/dev/shm", &there) == 0 &&
                          ::stat(place.path().c_str(), &here) == 0 && there.st_dev != here.st_dev &&
                          ::access("/dev/shm", W_OK) == 0;
    if (!is_other) GTEST_SKIP() << "there is no other file system to write into";
    fs::path const other = "/dev/shm" / place.path().filename();
    fs::create_directory_symlink(other, place / "link");
    for (std::string const table : {"old", "new"})
    {
        put_result(other / "run", table);
        EXPECT_EQ(text_of(other / "run/series.csv"), table);
        put_result(place / "link/run", table + " through a link");
        EXPECT_EQ(text_of(other / "run/series.csv"), table + " through a link");
    }
    fs::remove_all(other);
}

TEST(OutputPlace, keeps_what_others_have_put_there)
{
    TestFolder const place;
    put_result(place / "run", "old");
    put(place / "run/notes.txt", "mine");
    put(place / "run/thesis/chapter/one.tex", "mine");
    put(place / "run/figures/own.svg", "mine");
    fs::create_directory(place / "run/empty");
    fs::create_symlink("notes.txt", place / "run/link");
    fs::create_symlink("nowhere", place / "run/dangling");
    ASSERT_EQ(::mkfifo((place / "run/pipe").c_str(), 0600), 0);
    put_result(place / "run", "new");
    EXPECT_EQ(text_of(place / "run/series.csv"), "new");
    EXPECT_EQ(text_of(place / "run/thesis/chapter/one.tex"), "mine");
    EXPECT_EQ(text_of(place / "run/figures/own.svg"), "mine");
    EXPECT_EQ(text_of(place / "run/link"), "mine");
    EXPECT_TRUE(fs::is_directory(place / "run/empty"));
    EXPECT_TRUE(fs::is_symlink(place / "run/dangling"));
    EXPECT_TRUE(fs::is_fifo(place / "run/pipe"));
    EXPECT_EQ(std::distance(fs::directory_iterator(place.path()), {}), 1);
}
}  // namespace kochmon
