// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kochmon
{
/// What to do where the output folder is there already.
enum class IfExists
{
    refuse,
    write_over  // a folder of results of ours, or an empty one
};

struct WrittenFile
{
    std::string path;  // below the folder, with /
    std::string sha256;
};

/// SHA-256 over the lines `sha256  path` of the files, sorted by path: what `sha256sum` prints.
std::string digest_of(std::vector<WrittenFile> files);

/// Whether a path stays below the folder to which it is relative.
bool stays_inside(std::filesystem::path const& path);

/// The folder of one run. Its presence of `run.json` means that all the other files are whole, so
/// an old one goes first and the new one comes last.
class OutputFolder
{
  public:
    /// Throws OutputExistsError if the folder is there and may not be written over. Writes nothing.
    static void check(std::filesystem::path const& folder, IfExists if_exists);
    /// Checks, and takes away the files that an old run.json lists as its own and the figures drawn
    /// of them. All others stay, those that a run without an end has left too: nothing tells them
    /// from files of somebody else.
    OutputFolder(std::filesystem::path folder, IfExists if_exists);

    std::filesystem::path const& path() const { return folder_; }
    /// Writes a result file, which the digest covers.
    void write_result(std::string const& name, std::string_view content);
    /// Writes a file that the digest leaves out, such as a figure.
    void write_beside(std::string const& name, std::string_view content) const;
    /// Result files written so far.
    std::vector<WrittenFile> const& results() const { return results_; }

  private:
    std::filesystem::path folder_;
    std::vector<WrittenFile> results_;
};

/// Writes each file that it is given as a result of that folder, which must outlive it.
std::function<void(std::string const&, std::string const&)> writes_results_into(
    OutputFolder& folder);
}  // namespace kochmon
