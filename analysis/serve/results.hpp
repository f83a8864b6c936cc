// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// A folder that a verb of this program has written.
struct ResultOnDisk
{
    enum class Kind : std::uint8_t
    {
        run,
        comparison,
        study,
        other  // targets and calibrations
    };
    std::string name;  // relative to the folder that is served
    Kind kind = Kind::other;
    bool is_complete = false;
    std::string what = {};  // scenario, and policies or design
    std::string when = {};  // it ended
    std::string digest = {};
    Json account = Json::object();  // its run.json or study.json; empty where it cannot be read
};

char const* name_of(ResultOnDisk::Kind kind);

/// The results below a folder, at most three folders deep and 500, by name. Links are not followed.
std::vector<ResultOnDisk> results_below(std::filesystem::path const& root);
/// What lies in the folder `root/name`. Nothing that is ours: complete is false and account empty.
ResultOnDisk result_at(std::filesystem::path const& root, std::string const& name);
/// Whether a verb of this program has written there, be it whole or not.
bool is_result(ResultOnDisk const& result, std::filesystem::path const& folder);
/// Files of a folder, relative to it, in order; none that are hidden, no links.
std::vector<std::string> open_files_in(std::filesystem::path const& folder);
}  // namespace kochmon
