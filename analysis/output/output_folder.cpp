// SPDX-License-Identifier: MIT
#include "analysis/output/output_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/folder_content.hpp"
#include "analysis/output/old_folder.hpp"
#include "analysis/output/put_in_place.hpp"
#include "analysis/output/refusals.hpp"
#include "analysis/output/unfinished.hpp"

namespace kochmon
{
namespace
{
/// Noted of a picture that gnuplot did not draw: the hash of no file, so that none is taken for
/// ours.
std::string const undrawn(64, '0');

namespace fs = std::filesystem;

constexpr char account_name[] = "run.json";

void check_folder(fs::path const& folder, IfExists if_exists, InputFiles const& inputs,
                  std::string const& run)
{
    demand_folder(folder);
    if (fs::symlink_status(folder).type() == fs::file_type::not_found) return;
    if (if_exists == IfExists::refuse) wait_for_mark(folder);
    demand_no_holder(folder);
    if (is_unfinished(folder, run)) return demand_no_input(folder, {}, inputs);
    FolderContent const content = content_of(folder);
    demand_no_input(folder, content, inputs);
    demand_ours(folder, content);
    // Told last, so that --force is proposed only where it would do.
    if (if_exists == IfExists::refuse && !content.holds_copies_alone())
        refuse_folder(folder,
                      "is there already; choose another one with -o, or --force to overwrite it");
}

std::string path_of_part(std::string const& name)
{
    return fmt::format("{}/{}", parts_name, name);
}

/// Whether it was not there before.
bool make_folder(fs::path const& folder)
{
    fs::path const named = folder.has_filename() ? folder : folder.parent_path();
    if (int const cause = make_folders(named.parent_path())) fail_to("make", folder, cause);
    if (again_if_interrupted([&] { return ::mkdir(named.c_str(), 0777); }) == 0)
    {
        if (int const cause = sync_folder(named.has_parent_path() ? named.parent_path() : "."))
            fail_to("make", folder, cause);
        return true;
    }
    if (errno != EEXIST) fail_to("make", folder, errno);
    return false;
}

/// A free name beside a folder for results that cannot have its place.
fs::path keep_beside(fs::path const& part, fs::path const& folder)
{
    constexpr int names = 1000;
    fs::path const real = fs::canonical(folder);
    for (int name = 2; name < names; ++name)
    {
        fs::path free = real.string() + fmt::format("-{}", name);
        int const cause = rename_to_free_name(part, free);
        if (cause == 0) return free;
        if (cause != EEXIST) break;
    }
    return part;
}
}  // namespace

void OutputFolder::check(fs::path const& folder, IfExists if_exists, InputFiles const& inputs,
                         std::string const& run)
{
    try
    {
        check_folder(folder, if_exists, inputs, run);
    }
    catch (fs::filesystem_error const& error)
    {
        throw FileError(fmt::format("cannot look into {}: {}; choose another folder with -o",
                                    folder.string(), error.code().message()));
    }
}

OutputFolder::OutputFolder(fs::path folder, IfExists if_exists, InputFiles const& inputs,
                           std::string const& run)
    : folder_(std::move(folder)), run_(run)
{
    try
    {
        claim(if_exists, inputs, run);
        adopt(if_exists, run);
    }
    catch (...)
    {
        give_up();
        throw;
    }
}

OutputFolder::~OutputFolder()
{
    give_up();
}

void OutputFolder::claim(IfExists if_exists, InputFiles const& inputs, std::string const& run)
{
    // Where another process is quicker, what it made is looked at in its turn.
    constexpr int tries = 100;
    for (int at = 0; at < tries && !is_made_; ++at)
    {
        check(folder_, if_exists, inputs, run);
        is_made_ = make_folder(folder_);
        if (if_exists == IfExists::write_over) break;
    }
    claim_ = FolderMark::claim(folder_);
    if (claim_) return;
    is_made_ = false;
    demand_no_holder(folder_);
    refuse_folder(folder_,
                  "was being written by another process just now; choose another folder "
                  "with -o");
}

/// What lies there under our claim decides; others may have come and gone before.
void OutputFolder::adopt(IfExists if_exists, std::string const& run)
{
    restore_old(folder_);
    FolderContent const content = content_of(folder_);
    demand_ours(folder_, content);
    if (is_unfinished(folder_, run)) return go_on(content);
    is_staged_ = !content.is_empty();
    if (is_staged_ && if_exists == IfExists::refuse && !content.holds_copies_alone())
        refuse_folder(folder_,
                      "was written by another process just now; choose another folder "
                      "with -o");
    // A result of an older version, which has no mark, is known by our mark from now on.
    if (is_staged_ && claim_->is_new())
        for (WrittenFile const& file : content.listed) claim_->note(file);
    if (!is_staged_ || !is_unfinished(folder_ / part_name, run)) return;
    FolderContent const part = content_of(folder_ / part_name);
    if (!part.changed.empty()) return;
    part_ = FolderMark::claim(folder_ / part_name);
    if (part_) go_on(part);
}

/// What another process has left of this run is in its place, and ours from now on.
void OutputFolder::go_on(FolderContent const& content)
{
    has_begun_ = true;
    keeps_unfinished_ = true;
    clear_temporary_files_below(place());
    std::string const parts = path_of_part("");
    for (std::string const& path : content.written)
    {
        found_.insert(path);
        if (path.starts_with(parts)) parts_.insert(path);
    }
}

fs::path OutputFolder::place() const
{
    return part_ ? folder_ / part_name : folder_;
}

void OutputFolder::begin()
{
    if (has_begun_) return;
    clear_leftovers(folder_);
    has_begun_ = true;
    if (!is_staged_) return;
    make_folder(folder_ / part_name);
    part_ = FolderMark::claim(folder_ / part_name);
    if (!part_) refuse_folder(folder_, "is being written by another process");
}

void OutputFolder::demand_own_place(std::string const& name) const
{
    if (!claim_->is_in_place() || (part_ && !part_->is_in_place()))
        throw FileError(
            fmt::format("output folder {}: was taken away while it was being written; "
                        "run again and leave it alone until the end",
                        folder_.string()));
    fs::path obstacle = obstacle_on_the_way(place(), name);
    std::error_code error;
    bool const is_there = fs::exists(fs::symlink_status(place() / name, error));
    bool const is_ours = hashes_.contains(name) || found_.contains(name) || parts_.contains(name);
    if (obstacle.empty() && is_there && !is_ours) obstacle = name;
    if (obstacle.empty()) return;
    throw FileError(
        fmt::format("output folder {}: {} appeared there while it was being written, and kochmon "
                    "did not write it; choose another folder with -o",
                    folder_.string(), obstacle.string()));
}

void OutputFolder::note(WrittenFile const& file)
{
    (part_ ? *part_ : *claim_).note(file);
}

void OutputFolder::write(std::string const& name, std::string_view content)
{
    begin();
    demand_own_place(name);
    std::string const hash = sha256(content);
    note({name, hash});
    write_whole_file(place() / name, content);
    hashes_[name] = hash;
}

void OutputFolder::write_result(std::string const& name, std::string_view content)
{
    write(name, content);
    results_.push_back({name, hashes_.at(name)});
}

void OutputFolder::write_beside(std::string const& name, std::string_view content)
{
    write(name, content);
}

void OutputFolder::write_part(std::string const& name, std::string_view content)
{
    write_part_as(sha256(content), name, content);
}

void OutputFolder::write_sealed_part(std::string const& name, std::string_view content)
{
    write_part_as(drawn, name, content);
}

void OutputFolder::write_part_as(std::string const& hash, std::string const& name,
                                 std::string_view content)
{
    begin();
    if (parts_.empty() && name != run_of_parts) write_part(run_of_parts, run_);
    std::string const path = path_of_part(name);
    demand_own_place(path);
    note({path, hash});
    write_whole_file(place() / path, content);
    parts_.insert(path);
}

void OutputFolder::remove_part(std::string const& name)
{
    std::string const path = path_of_part(name);
    if (parts_.erase(path) > 0) ::unlink((place() / path).c_str());
}

std::vector<std::string> OutputFolder::parts() const
{
    std::vector<std::string> names;
    for (std::string const& path : parts_) names.push_back(path.substr(path_of_part("").size()));
    return names;
}

std::optional<std::string> OutputFolder::part(std::string const& name) const
{
    std::string const path = path_of_part(name);
    if (!parts_.contains(path)) return std::nullopt;
    return read_whole_file(place() / path);
}

void OutputFolder::join_result(std::string const& name, std::vector<std::string> const& parts)
{
    Sha256 sum;
    for (std::string const& one : parts) sum.add(part(one).value());
    std::string const hash = sum.digits();
    demand_own_place(name);
    note({name, hash});
    std::size_t next = 0;
    std::optional<std::string> held;
    write_whole_file(place() / name,
                     [&]() -> std::optional<std::string_view>
                     {
                         if (next == parts.size()) return std::nullopt;
                         held = part(parts[next++]);
                         return *held;
                     });
    hashes_[name] = hash;
    results_.push_back({name, hash});
}

void OutputFolder::remove_parts()
{
    for (std::string const& path : parts_) ::unlink((place() / path).c_str());
    ::rmdir((place() / parts_name).c_str());
}

void OutputFolder::expect_drawn(std::string const& name)
{
    begin();
    demand_own_place(name);
    note({name, drawn});
    drawn_.push_back(name);
}

void OutputFolder::take_drawn()
{
    for (std::string const& name : drawn_)
    {
        if (!holds_file(place(), name))
        {
            note({name, undrawn});
            continue;
        }
        hashes_[name] = sha256_of_file(place() / name);
        note({name, hashes_[name]});
    }
}

void OutputFolder::demand_as_written() const
{
    for (auto const& [name, hash] : hashes_)
        if (!holds_file(place(), name) || sha256_of_file(place() / name) != hash)
            throw FileError(fmt::format(
                "output folder {}: {} is not there as it was written, so the results are not "
                "whole and get no run.json; run again and leave the folder alone until the end",
                folder_.string(), name));
}

void OutputFolder::complete(std::string_view account)
{
    take_drawn();
    demand_as_written();
    write(account_name, account);
    remove_parts();
    if (part_) move_into_place();
    is_complete_ = true;
}

void OutputFolder::move_into_place()
{
    keeps_unfinished_ = true;  // what could not have its place is whole all the same
    try
    {
        put_in_place(folder_, *claim_, *part_);
    }
    catch (Error const& error)
    {
        if (!is_whole()) throw;
        throw Error(error.status(), fmt::format("{}; the new results are whole in {}", error.what(),
                                                keep_beside(place(), folder_).string()));
    }
}

bool OutputFolder::is_whole() const
{
    std::error_code ignored;
    if (!fs::exists(place() / account_name, ignored)) return false;
    for (auto const& [name, hash] : hashes_)
        if (!holds_file(place(), name) || sha256_of_file(place() / name) != hash) return false;
    return true;
}

/// What was never begun leaves no trace.
void OutputFolder::give_up()
{
    if (!claim_ || is_complete_) return;
    std::error_code ignored;
    if (part_ && !keeps_unfinished_) fs::remove_all(place(), ignored);
    bool const holds_nothing_new =
        is_staged_ ? !fs::exists(folder_ / part_name, ignored) : hashes_.empty() && parts_.empty();
    if (holds_nothing_new && claim_->is_new()) claim_->remove();
    if (holds_nothing_new && is_made_) ::rmdir(folder_.c_str());
}

std::function<void(std::string const&, std::string const&)> writes_results_into(
    OutputFolder& folder)
{
    return [&folder](std::string const& path, std::string const& content)
    { folder.write_result(path, content); };
}
}  // namespace kochmon
