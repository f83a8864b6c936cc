// SPDX-License-Identifier: MIT
#include "analysis/output/written_file.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"

namespace kochmon
{
namespace fs = std::filesystem;

std::string digest_of(std::vector<WrittenFile> files)
{
    std::ranges::sort(files, {}, &WrittenFile::path);
    std::string lines;
    for (WrittenFile const& file : files) lines += fmt::format("{}  {}\n", file.sha256, file.path);
    return sha256(lines);
}

bool stays_inside(fs::path const& path)
{
    auto const leads_up = [](fs::path const& part) { return part == ".."; };
    return path.is_relative() && std::none_of(path.begin(), path.end(), leads_up);
}

fs::path obstacle_on_the_way(fs::path const& folder, fs::path const& path)
{
    fs::path way;
    std::error_code error;
    for (fs::path const& part : path.parent_path())
    {
        way /= part;
        auto const type = fs::symlink_status(folder / way, error).type();
        if (type == fs::file_type::not_found) return {};
        if (type != fs::file_type::directory) return way;
    }
    return {};
}

bool holds_file(fs::path const& folder, fs::path const& path)
{
    std::error_code error;
    return stays_inside(path) && obstacle_on_the_way(folder, path).empty() &&
           fs::is_regular_file(fs::symlink_status(folder / path, error));
}
}  // namespace kochmon
