// SPDX-License-Identifier: MIT
#include "analysis/output/folder_content.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/folder_mark.hpp"
#include "analysis/output/past_account.hpp"
#include "analysis/output/unfinished.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// What stands at the top of an output folder. What has such a name and is not ours is refused
/// before anything is lived, since it would be in the way of the new results.
constexpr std::array<std::string_view, 30> names_of_results = {
    "scenario.yaml",    "series.csv",        "fingerprints.csv",
    "measures.csv",     "run.json",          "data",
    "figures",          "panel_persons.csv", "panel_spells.csv",
    "panel_events.csv", "effects.csv",       "spread.csv",
    "flips.csv",        "causes.csv",        "traces.csv",
    "targets.csv",      "shocks.csv",        "robust.csv",
    "replicates.csv",   "targets.yaml",      "calibration.yaml",
    "runs.csv",         "accepted.csv",      "accepted",
    "parameters.csv",   "sensitivities.csv", "waves.csv",
    "observed.csv",     "parameters",        "intervals.csv"};
/// Of a calibration that aims at what was observed.
constexpr std::array<std::string_view, 3> names_of_observed = {
    "observed-scenario.yaml", "observed-targets.yaml", "observed-data"};

bool is_name_of_result(std::string const& path)
{
    if (path.starts_with("policy-")) return path.find('/') == std::string::npos;
    return std::ranges::count(names_of_results, path) > 0 ||
           std::ranges::count(names_of_observed, path) > 0;
}

/// Nobody's: what we need to write, and what of it a killed process has left.
bool is_scaffold(fs::directory_entry const& entry, std::string const& path)
{
    bool const is_file = fs::is_regular_file(entry.symlink_status());
    if (path == mark_name || is_temporary_name(entry.path().filename().string())) return is_file;
    return (path == part_name || path == parts_name || path == old_name) &&
           fs::is_directory(entry.symlink_status());
}

/// The hashes that each path has had.
using Listed = std::map<std::string, std::set<std::string>>;

bool is_as_written(fs::path const& file, std::set<std::string> const& hashes)
{
    return hashes == std::set<std::string>{drawn} || hashes.contains(sha256_of_file(file));
}

void take_entry(fs::path const& folder, fs::directory_entry const& entry, Listed const& listed,
                FolderContent& content)
{
    std::string const path = entry.path().lexically_relative(folder).generic_string();
    auto const type = entry.symlink_status().type();
    if (is_scaffold(entry, path)) return;
    auto const known = listed.find(path);
    if (type == fs::file_type::directory)
    {
        if (fs::is_empty(entry.path()) && !is_name_of_result(path)) content.foreign.push_back(path);
    }
    else if (known == listed.end() || type != fs::file_type::regular)
        content.foreign.push_back(path);
    else if (is_as_written(entry.path(), known->second))
        content.written.push_back(path);
    else
        content.changed.push_back(path);
}

void walk(fs::path const& folder, FolderContent& content)
{
    Listed listed;
    for (WrittenFile const& file : content.listed) listed[file.path].insert(file.sha256);
    fs::recursive_directory_iterator at(folder);
    for (; at != fs::end(at); ++at)
    {
        fs::path const name = at->path().filename();
        if (at.depth() == 0 && (name == part_name || name == old_name))
            at.disable_recursion_pending();
        take_entry(folder, *at, listed, content);
    }
    for (auto* const paths : {&content.written, &content.changed, &content.foreign})
        std::ranges::sort(*paths);
}

void take_first_entry(fs::path const& folder, FolderContent& content)
{
    for (fs::directory_entry const& entry : fs::directory_iterator(folder))
    {
        std::string const name = entry.path().filename().string();
        // An empty mark is one whose process was killed before it could say anything.
        if (is_scaffold(entry, name) && name != part_name &&
            (name != mark_name || fs::file_size(entry.path()) == 0))
            continue;
        content.foreign = {name};
        return;
    }
}

void take_account(PastAccount const& account, fs::path const& folder, bool is_marked,
                  FolderContent& content)
{
    content.listed.insert(content.listed.end(), account.files.begin(), account.files.end());
    if (is_marked) return;
    content.listed.push_back({"run.json", sha256(read_whole_file(folder / "run.json"))});
    for (std::string const& figure : account.figures) content.listed.push_back({figure, drawn});
}
}  // namespace

std::optional<std::string> FolderContent::obstacle() const
{
    if (is_ours && !changed.empty())
        return fmt::format("holds {}, which was changed since kochmon wrote it", changed.front());
    auto const in_the_way =
        is_ours ? std::ranges::find_if(foreign, is_name_of_result) : foreign.begin();
    if (in_the_way == foreign.end()) return {};
    return fmt::format("holds {}, which kochmon did not write", *in_the_way);
}

bool FolderContent::holds_copies_alone() const
{
    auto const is_copy = [](std::string const& path)
    {
        return path.starts_with("data/") || path.starts_with("observed-data/") ||
               (path.ends_with(".yaml") && path.find('/') == std::string::npos);
    };
    return is_ours && !is_complete && changed.empty() && foreign.empty() && !written.empty() &&
           std::ranges::all_of(written, is_copy);
}

FolderContent content_of(fs::path const& folder)
try
{
    FolderContent content;
    content.is_complete = holds_file(folder, "run.json");
    MarkText const mark = read_mark(folder);
    content.listed = mark.files;
    // A process may have been killed between claiming a result of an older version and listing it.
    bool const lists_account =
        std::ranges::count(mark.files, std::string("run.json"), &WrittenFile::path) > 0;
    auto const account = past_account_in(folder);
    if (account) take_account(*account, folder, lists_account, content);
    content.is_ours = mark.is_ours || account;
    if (content.is_ours)
        walk(folder, content);
    else
        take_first_entry(folder, content);
    return content;
}
catch (fs::filesystem_error const& error)
{
    throw FileError(fmt::format("cannot look into {}: {}; choose another folder with -o",
                                folder.string(), error.code().message()));
}
}  // namespace kochmon
