// SPDX-License-Identifier: MIT
#include "analysis/output/input_files.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// What a path means: as it is written, with the links to its folder followed, and with all links.
std::array<fs::path, 3> meanings(fs::path const& path)
{
    std::error_code error;
    fs::path const written = fs::absolute(path, error).lexically_normal();
    fs::path const named = written.has_filename() ? written : written.parent_path();
    return {named, fs::weakly_canonical(named.parent_path(), error) / named.filename(),
            fs::weakly_canonical(path, error)};
}

bool is_in(fs::path const& path, fs::path const& folder)
{
    if (folder.empty()) return false;
    auto const [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

bool leads_into(fs::path const& path, fs::path const& folder)
{
    for (fs::path const& meant : meanings(path))
        for (fs::path const& place : meanings(folder))
            if (is_in(meant, place)) return true;
    return false;
}
}  // namespace

void InputFiles::add(fs::path const& input)
{
    inputs_.push_back(input);
}

void InputFiles::add(std::vector<std::pair<fs::path, std::string>> const& files)
{
    for (auto const& [path, content] : files) add(path);
}

std::optional<fs::path> InputFiles::within(fs::path const& folder) const
{
    auto const found = std::ranges::find_if(
        inputs_, [&](fs::path const& input) { return leads_into(input, folder); });
    return found == inputs_.end() ? std::nullopt : std::optional(*found);
}

std::optional<fs::path> InputFiles::same_as(fs::path const& file) const
{
    std::error_code error;
    auto const found = std::ranges::find_if(
        inputs_, [&](fs::path const& input)
        { return meanings(input) == meanings(file) || fs::equivalent(input, file, error); });
    return found == inputs_.end() ? std::nullopt : std::optional(*found);
}
}  // namespace kochmon
