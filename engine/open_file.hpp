// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <filesystem>
#include <string_view>

namespace kochmon
{
/// A call that a signal cut short is made again.
template <class Call>
auto again_if_interrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

/// Throws FileError: what could not be done to which file, the system's cause and what to do.
[[noreturn]] void fail_to(char const* verb, std::filesystem::path const& file, int cause);

/// An open file of the system, closed at its end.
class OpenFile
{
  public:
    /// `mode`: as open takes it.
    OpenFile(std::filesystem::path const& path, int mode);
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }
    /// Why it did not open.
    int cause() const { return cause_; }
    /// Whether the path still leads to it, and to it alone: no link, no other file of that name.
    bool is_at(std::filesystem::path const& path) const;
    /// 0 or the cause: what some file systems say only when a file is closed, while this one stays
    /// open, with its lock. Linux has closed the copy even when a signal interrupts.
    int close_a_copy() const;

  private:
    int descriptor_;
    int cause_;
};

/// These take 0 for success and errno's value for a failure.
int write_all(int descriptor, std::string_view content);
int sync(int descriptor);
/// Without it a power cut could undo a renaming. Some file systems cannot (EINVAL).
int sync_folder(std::filesystem::path const& folder);
/// Makes a folder and those above it, as far as they are missing.
int make_folders(std::filesystem::path const& folder);

/// Takes the file for this process as long as it is open; false: another one has it. A file system
/// that knows no locks gives every file to everybody.
bool take_alone(OpenFile const& file);
/// Whether another process has it. Takes nothing, so that who asks is in nobody's way.
bool is_taken(OpenFile const& file);
}  // namespace kochmon
