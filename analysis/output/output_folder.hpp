// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/output/folder_content.hpp"
#include "analysis/output/folder_mark.hpp"
#include "analysis/output/input_files.hpp"
#include "analysis/output/written_file.hpp"

namespace kochmon
{
/// What to do where the output folder is there already.
enum class IfExists : std::uint8_t
{
    refuse,
    write_over  // a folder of results of ours, or an empty one
};

/// The folder of one run, claimed for this process as long as this object lives. Its `run.json`
/// means that all the other files are whole and as they were written. Where old results stand, new
/// ones grow in a part of the folder until they are whole (docs/adr/0030-output-folders.md).
class OutputFolder
{
  public:
    /// Throws OutputExistsError if the folder is there and may not be written over, is being
    /// written by another process, or holds one of the inputs. Writes nothing.
    /// `run`: what tells this run from others, where it may go on from what is there of it.
    static void check(std::filesystem::path const& folder, IfExists if_exists,
                      InputFiles const& inputs = {}, std::string const& run = {});
    /// Checks and claims. Nothing that is there is touched before the first file is written.
    OutputFolder(std::filesystem::path folder, IfExists if_exists, InputFiles const& inputs = {},
                 std::string const& run = {});
    /// Without a complete result, what is there stays as it was; what grew beside it is given up.
    ~OutputFolder();
    OutputFolder(OutputFolder const&) = delete;
    OutputFolder& operator=(OutputFolder const&) = delete;

    std::filesystem::path const& path() const { return folder_; }
    /// Where the files are at present.
    std::filesystem::path place() const;
    /// Writes a result file, which the digest covers.
    void write_result(std::string const& name, std::string_view content);
    /// Writes a file that the digest leaves out, such as the script of a figure.
    void write_beside(std::string const& name, std::string_view content);
    /// Another program is going to write this file.
    void expect_drawn(std::string const& name);
    /// Writes a part of results, which is joined with others in the end: what is kept of a run
    /// that is killed. A process that goes on from it finds it as written, or nothing.
    void write_part(std::string const& name, std::string_view content);
    std::optional<std::string> part(std::string const& name) const;
    /// Writes a part that carries its own sum (engine/packed_file.hpp): one that is no longer as it
    /// was written is still found, and shows.
    void write_sealed_part(std::string const& name, std::string_view content);
    void remove_part(std::string const& name);
    /// The names of all parts, in order.
    std::vector<std::string> parts() const;
    /// Writes a result file: these parts, one after the other. They stay until the folder is
    /// complete.
    void join_result(std::string const& name, std::vector<std::string> const& parts);

    /// Result files written so far.
    std::vector<WrittenFile> const& results() const { return results_; }

    /// Looks at every file again, writes `run.json` and puts the whole in its place. Throws
    /// FileError if a file is no longer what was written.
    void complete(std::string_view account);
    /// Should the end not come, what grew is worth keeping.
    void keep_unfinished() { keeps_unfinished_ = true; }

  private:
    void claim(IfExists if_exists, InputFiles const& inputs, std::string const& run);
    void adopt(IfExists if_exists, std::string const& run);
    void go_on(FolderContent const& content);
    void begin();
    void write(std::string const& name, std::string_view content);
    void write_part_as(std::string const& hash, std::string const& name, std::string_view content);
    void note(WrittenFile const& file);
    void demand_own_place(std::string const& name) const;
    void take_drawn();
    void remove_parts();
    void demand_as_written() const;
    bool is_whole() const;
    void move_into_place();
    void give_up();

    std::filesystem::path folder_;
    std::optional<FolderMark> claim_;
    std::optional<FolderMark> part_;  // where old results stand, once something was written
    bool is_made_ = false;            // by this process
    bool has_begun_ = false;
    bool is_staged_ = false;
    bool is_complete_ = false;
    bool keeps_unfinished_ = false;
    std::string run_;                            // whose parts may be gone on from
    std::map<std::string, std::string> hashes_;  // of all files written, parts left out, by path
    std::set<std::string> found_;                // files of ours that this run goes on from
    std::set<std::string> parts_;                // by path
    std::vector<std::string> drawn_;
    std::vector<WrittenFile> results_;
};

/// Writes each file that it is given as a result of that folder, which must outlive it.
std::function<void(std::string const&, std::string const&)> writes_results_into(
    OutputFolder& folder);
}  // namespace kochmon
