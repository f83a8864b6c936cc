// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/open_file.hpp"

#include "analysis/output/written_file.hpp"

namespace kochmon
{
/// Name of the mark of an output folder of ours.
inline constexpr char mark_name[] = ".kochmon";

/// What a mark says. Its first line says what it is; then come lines of claims (`claim process 12
/// on host since ...`) and of files (`SHA-256  path`, `drawn  path` where no hash can be known).
struct MarkText
{
    bool is_ours = false;                 // its first line is that of a mark
    std::vector<WrittenFile> files = {};  // in the order of their lines; a file may have several
    std::string last_claim = {};          // `process 12 on host since ...`
};
/// Of a folder without a mark: not ours.
MarkText read_mark(std::filesystem::path const& folder);

/// Stands for the hash of a file that another program draws, or that carries its own.
inline constexpr char drawn[] = "drawn";

/// Who writes into the folder now; nothing: nobody.
std::optional<std::string> holder_of(std::filesystem::path const& folder);

/// The claim of this process to a folder: as long as it lives, no other process gets one. A killed
/// process loses its claim with its life.
class FolderMark
{
  public:
    /// Nothing if another process has the folder, which must be there. Throws FileError.
    static std::optional<FolderMark> claim(std::filesystem::path const& folder);

    /// Notes a file before it is written, so that whatever lies there after a kill is known as
    /// ours.
    void note(WrittenFile const& file);
    /// Whether the folder is still the one that was claimed.
    bool is_in_place() const { return file_.is_at(folder_ / mark_name); }
    /// Whether the folder had no mark before.
    bool is_new() const { return is_new_; }
    /// The folder was renamed.
    void moved_to(std::filesystem::path folder) { folder_ = std::move(folder); }
    /// Takes the mark away; the claim lasts until the end of this object.
    void remove() const;

  private:
    FolderMark(std::filesystem::path folder, OpenFile file, bool is_new);
    void begin();
    void append(std::string const& line);

    std::filesystem::path folder_;
    OpenFile file_;
    bool is_new_;
    bool is_torn_ = false;  // the last line was not written whole
};
}  // namespace kochmon
