// SPDX-License-Identifier: MIT
#include "analysis/output/put_in_place.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/folder_content.hpp"
#include "analysis/output/input_files.hpp"
#include "analysis/output/old_folder.hpp"
#include "analysis/output/refusals.hpp"
#include "analysis/output/unfinished.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// Beside the folder, where a folder stands for the moments of an exchange.
fs::path beside(fs::path const& folder)
{
    std::error_code error;
    fs::path const real = fs::canonical(folder, error);
    return real.parent_path() / fmt::format(".{}{}", real.filename().string(), part_name);
}

/// Who stands in a folder would be left in the old one.
bool is_working_folder(fs::path const& folder)
{
    std::error_code error;
    InputFiles here;
    here.add(fs::current_path(error));
    return error || here.within(folder).has_value();
}

int exchange_names(fs::path const& one, fs::path const& other)
{
    auto const exchange = [&]
    { return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE); };
    return again_if_interrupted(exchange) == 0 ? 0 : errno;
}

/// Of who may use the folder nothing changes.
int keep_permissions(fs::path const& from, fs::path const& to)
{
    struct stat old = {};
    if (::stat(from.c_str(), &old) != 0) return errno;
    return ::chmod(to.c_str(), old.st_mode & 07777U) == 0 ? 0 : errno;
}

/// The new result, which lies at `aside`, in the place of the old one, which then lies there.
int exchange_at(fs::path const& aside, fs::path const& folder, FolderContent const& old)
{
    if (int const cause = link_all(old.foreign, folder, aside)) return cause;
    if (int const cause = keep_permissions(folder, aside)) return cause;
    if (int const cause = sync_folder(aside)) return cause;
    return exchange_names(aside, folder);
}

/// Second names of what belongs to others go before the new result goes back to be moved in.
void take_back(fs::path const& aside, fs::path const& folder, FolderContent const& old)
{
    for (std::string const& path : old.foreign)
        if (is_same_file(folder / path, aside / path)) ::unlink((aside / path).c_str());
    int const cause = rename_to_free_name(aside, folder / part_name);
    if (cause != 0) fail_to("rename", aside, cause);
}

/// False: the system cannot, and nothing has changed.
bool exchange(fs::path const& folder, FolderContent const& old, FolderMark& claim,
              FolderMark& of_part)
{
    if (is_working_folder(folder)) return false;
    fs::path const aside = beside(folder);
    if (rename_to_free_name(folder / part_name, aside) != 0) return false;
    if (exchange_at(aside, folder, old) != 0)
    {
        take_back(aside, folder, old);
        return false;
    }
    claim.moved_to(aside);
    of_part.moved_to(folder);
    // Should this fail, the new result is in its place but may not outlive a power cut.
    if (int const cause = sync_folder(aside.parent_path())) fail_to("write", folder, cause);
    remove_old_folder(aside, folder);
    return true;
}

/// 0 or errno's value. Missing folders are made.
int move_file(fs::path const& from, fs::path const& to)
{
    if (int const cause = make_folders(to.parent_path())) return cause;
    if (int const cause = rename_to_free_name(from, to)) return cause;
    return sync_folder(to.parent_path());
}

/// Files that change their places one after the other, all of them or none.
class Moves
{
  public:
    explicit Moves(fs::path const& folder) : folder_(folder) {}

    void move(fs::path const& from, fs::path const& to)
    {
        if (int const cause = move_file(from, to))
        {
            take_back();
            fail_to("write", folder_ / to.filename(), cause);
        }
        done_.emplace_back(from, to);
    }

  private:
    void take_back()
    {
        while (!done_.empty())
        {
            move_file(done_.back().second, done_.back().first);
            done_.pop_back();
        }
    }

    fs::path const& folder_;
    std::vector<std::pair<fs::path, fs::path>> done_;
};

void move_all_in(fs::path const& folder, FolderContent const& old, FolderMark& claim)
{
    FolderContent const part = content_of(folder / part_name);
    // Noted first, so that what was moved before a kill is known as ours.
    for (WrittenFile const& file : part.listed) claim.note(file);
    Moves moves(folder);
    auto const is_account = [](std::string const& path) { return path == "run.json"; };
    if (old.is_complete) moves.move(folder / "run.json", folder / old_name / "run.json");
    for (std::string const& path : old.written)
        if (!is_account(path)) moves.move(folder / path, folder / old_name / path);
    for (std::string const& path : part.written)
        if (!is_account(path)) moves.move(folder / part_name / path, folder / path);
    moves.move(folder / part_name / "run.json", folder / "run.json");
    std::error_code error;
    fs::remove_all(folder / old_name, error);
    fs::remove_all(folder / part_name, error);
}

/// What has come into the way while the new result grew.
void demand_free_way(fs::path const& folder, FolderContent const& old)
{
    auto obstacle = old.obstacle();
    for (std::string const& path : content_of(folder / part_name).written)
        for (std::string const& other : old.foreign)
            if (path == other || path.starts_with(other + '/'))
                obstacle = fmt::format("holds {}, which kochmon did not write", other);
    if (!obstacle) return;
    throw OutputExistsError(fmt::format("output folder {}: {}", folder.string(), *obstacle));
}
/// Second names of what stands in the folder, and empty folders, are of an exchange that failed.
void demand_no_file_of_others_in_part(fs::path const& folder)
{
    fs::path const part = folder / part_name;
    if (!fs::is_directory(fs::symlink_status(part))) return;
    for (std::string const& path : content_of(part).foreign)
        if (!fs::is_directory(fs::symlink_status(part / path)) &&
            !is_same_file(folder / path, part / path))
            refuse_folder(folder, fmt::format("holds {}/{}, which kochmon did not write; choose "
                                              "another folder with -o",
                                              part_name, path));
}
}  // namespace

void put_in_place(fs::path const& folder, FolderMark& claim, FolderMark& of_part)
{
    FolderContent const old = content_of(folder);
    demand_free_way(folder, old);
    if (!exchange(folder, old, claim, of_part)) move_all_in(folder, old, claim);
}

namespace
{
/// run.json last.
std::vector<fs::path> files_set_aside(fs::path const& aside)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator at(aside, error); !error && at != fs::end(at);
         at.increment(error))
        if (at->is_regular_file() && at->path() != aside / "run.json") files.push_back(at->path());
    if (holds_file(aside, "run.json")) files.push_back(aside / "run.json");
    return files;
}

/// In the place of a new file, if one has come there.
void bring_back(fs::path const& file, fs::path const& to)
{
    int cause = make_folders(to.parent_path());
    if (cause == 0 && again_if_interrupted([&] { return ::rename(file.c_str(), to.c_str()); }) != 0)
        cause = errno;
    if (cause == 0) cause = sync_folder(to.parent_path());
    if (cause != 0) fail_to("write", to, cause);
}
}  // namespace

void restore_old(fs::path const& folder)
{
    std::error_code error;
    fs::path const aside = folder / old_name;
    if (!fs::is_directory(fs::symlink_status(aside, error))) return;
    // The new account is the last file that comes; without it the old ones go back, theirs last.
    if (holds_file(folder, "run.json"))
    {
        fs::remove_all(aside, error);
        return;
    }
    for (fs::path const& file : files_set_aside(aside))
        bring_back(file, folder / file.lexically_relative(aside));
    fs::remove_all(aside, error);
}

void clear_leftovers(fs::path const& folder)
{
    std::error_code error;
    demand_no_file_of_others_in_part(folder);
    fs::remove_all(folder / part_name, error);
    fs::path const aside = beside(folder);
    if (read_mark(aside).is_ours && !holder_of(aside)) remove_old_folder(aside, folder);
    ::rmdir(aside.c_str());  // of which nothing but the name was left
    clear_temporary_files_below(folder);
}
}  // namespace kochmon
