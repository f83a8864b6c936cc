// SPDX-License-Identifier: MIT
#include "analysis/page/result_folder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/sha256.hpp"

namespace kochmon
{
namespace
{
std::string value_of(Json const& map, char const* key)
{
    auto const found = map.find(key);
    return found == map.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

[[noreturn]] void refuse(std::filesystem::path const& place, std::string const& why)
{
    throw FileError(
        fmt::format("{}: {}; expected the folder of a finished run or comparison, which "
                    "holds a run.json",
                    place.string(), why));
}
}  // namespace

ResultFolder::ResultFolder(std::filesystem::path folder) : place_(std::move(folder))
{
    std::filesystem::path const file = place_ / "run.json";
    if (!std::filesystem::is_regular_file(file)) refuse(place_, "has no run.json");
    account_ = Json::parse(read_whole_file(file), nullptr, false);
    if (!account_.is_object() || value_of(account_, "program") != "kochmon")
        refuse(place_, "its run.json was not written by kochmon");
    if (value_of(account_, "status") != "complete") refuse(place_, "is not complete");
}

bool ResultFolder::holds(std::string const& file) const
{
    Json const files = account_.value("files", Json::array());
    return std::ranges::any_of(files,
                               [&](Json const& one) { return value_of(one, "path") == file; });
}

std::string ResultFolder::text_of(std::string const& file) const
{
    std::string text = read_whole_file(place_ / file);
    for (Json const& one : account_.value("files", Json::array()))
        if (value_of(one, "path") == file && value_of(one, "sha256") != sha256(text))
            throw FileError(fmt::format(
                "{}: is not as it was written: its SHA-256 is not that of run.json; a report of it "
                "would show what no run gave, so run it again",
                (place_ / file).string()));
    return text;
}
}  // namespace kochmon
