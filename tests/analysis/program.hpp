// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace kochmon
{
/// What the real program did.
struct Outcome
{
    int status;  // exit status; 128 + signal if one killed it
    std::string out;
    std::string err;
};

/// A folder of its own for a test, removed at its end.
class TestFolder
{
  public:
    TestFolder();
    ~TestFolder();
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;
    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

using Arguments = std::vector<std::string>;

/// The built program as a child, with standard output and error caught in files of a folder.
class Program
{
  public:
    /// `search_path`: PATH of the child; empty: as ours.
    explicit Program(Arguments arguments, std::string const& search_path = {});
    void send(int signal) const;
    Outcome wait();
    /// What it has written to standard output until now.
    std::string out_so_far() const;
    /// Not once it has ended, be it waited for or not.
    bool is_running() const;

  private:
    TestFolder caught_;
    pid_t child_ = 0;
};

inline Outcome kochmon_with(Arguments arguments)
{
    return Program(std::move(arguments)).wait();
}
/// Arguments of a run of the baseline that takes no time, and `more`.
Arguments short_run(Arguments const& more);

std::string text_of(std::filesystem::path const& file);
/// What is in a folder, by path.
std::map<std::string, std::string> texts_in(std::filesystem::path const& folder);
void put(std::filesystem::path const& file, std::string const& text);
}  // namespace kochmon
