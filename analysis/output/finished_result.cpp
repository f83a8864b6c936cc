// SPDX-License-Identifier: MIT
#include "analysis/output/finished_result.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/sha256.hpp"

namespace kochmon
{
namespace
{
[[noreturn]] void refuse_result(std::filesystem::path const& place, std::string const& why)
{
    throw FileError(fmt::format(
        "{}: {}; expected the folder of a finished run, comparison or judgement of targets, which "
        "holds a run.json, or of a study",
        place.string(), why));
}

std::string text_told(nlohmann::json const& map, char const* key)
{
    auto const found = map.find(key);
    return found == map.end() || !found->is_string() ? std::string() : found->get<std::string>();
}
}  // namespace

FinishedResult::FinishedResult(std::filesystem::path folder) : place_(std::move(folder))
{
    std::filesystem::path const file = place_ / "run.json";
    if (!std::filesystem::is_regular_file(file)) refuse_result(place_, "has no run.json");
    account_ = nlohmann::json::parse(read_whole_file(file), nullptr, false);
    if (!account_.is_object() || told("program") != "kochmon")
        refuse_result(place_, "its run.json was not written by kochmon");
    if (told("status") != "complete") refuse_result(place_, "is not complete");
    files_ = read_mark(place_).files;
    for (nlohmann::json const& one : account_.value("files", nlohmann::json::array()))
        files_.push_back({text_told(one, "path"), text_told(one, "sha256")});
}

std::string FinishedResult::told(char const* key) const
{
    return text_told(account_, key);
}

/// A file that was written twice is as it was written last.
std::string const* FinishedResult::hash_of(std::string const& file) const
{
    auto const found = std::find_if(files_.rbegin(), files_.rend(),
                                    [&](WrittenFile const& one) { return one.path == file; });
    return found == files_.rend() ? nullptr : &found->sha256;
}

std::string FinishedResult::text_of(std::string const& file) const
{
    std::string text = read_whole_file(place_ / file);
    std::string const* const hash = hash_of(file);
    if (hash == nullptr || *hash != sha256(text))
        throw FileError(fmt::format(
            "{}: is not as it was written: its SHA-256 is another; what is made of it would show "
            "what no run gave, so run it again",
            (place_ / file).string()));
    return text;
}
}  // namespace kochmon
