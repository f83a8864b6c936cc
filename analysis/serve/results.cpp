// SPDX-License-Identifier: MIT
#include "analysis/serve/results.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
constexpr int deepest = 3;
constexpr std::size_t most_results = 500;
constexpr std::size_t most_files = 2000;
constexpr std::uintmax_t largest_account = 16UL * 1024UL * 1024UL;

bool is_hidden(fs::path const& path)
{
    return path.filename().string().starts_with('.');
}

/// Nothing where it is no JSON map, or too large to be one of ours.
Json map_in(fs::path const& file)
try
{
    if (!fs::is_regular_file(fs::symlink_status(file)) || fs::file_size(file) > largest_account)
        return Json::object();
    Json map = Json::parse(read_whole_file(file), nullptr, false);
    return map.is_object() ? map : Json::object();
}
catch (std::runtime_error const&)
{
    return Json::object();
}

std::string text_in(Json const& map, char const* key)
{
    auto const found = map.find(key);
    return found != map.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string policies_in(Json const& account)
{
    std::vector<std::string> names;
    Json const comparison = account.value("comparison", Json::object());
    if (!comparison.is_object()) return {};
    for (Json const& policy : comparison.value("policies", Json::array()))
        names.push_back(text_in(policy, "scenario"));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string verb_of(Json const& account)
{
    Json const command = account.value("command", Json::array());
    bool const has_verb = command.is_array() && command.size() > 1 && command[1].is_string();
    return has_verb ? command[1].get<std::string>() : std::string();
}

ResultOnDisk of_run(std::string name, Json account)
{
    using Kind = ResultOnDisk::Kind;
    bool const compares = account.contains("comparison") && account["comparison"].is_object();
    ResultOnDisk result{.name = std::move(name),
                        .kind = compares                    ? Kind::comparison
                                : verb_of(account) == "run" ? Kind::run
                                                            : Kind::other,
                        .is_complete = text_in(account, "status") == "complete",
                        .what = text_in(account, "scenario"),
                        .when = text_in(account, "ended"),
                        .digest = text_in(account, "digest")};
    if (compares) result.what = fmt::format("{}: {}", result.what, policies_in(account));
    result.account = std::move(account);
    return result;
}

ResultOnDisk of_study(std::string name, Json account, fs::path const& folder)
{
    // What is made of all runs is there once all are done.
    bool const is_whole = fs::exists(folder / "study.sqlite");
    ResultOnDisk result{
        .name = std::move(name),
        .kind = ResultOnDisk::Kind::study,
        .is_complete = is_whole,
        .what = fmt::format("{}, {}", text_in(account, "sweep"), text_in(account, "design"))};
    result.digest = text_in(account, "identity");
    result.account = std::move(account);
    return result;
}

void collect(fs::path const& root, fs::path const& below, int depth,
             std::vector<ResultOnDisk>& found)
{
    std::error_code failed;
    std::vector<fs::path> folders;
    for (auto at = fs::directory_iterator(root / below, failed); !failed && at != fs::end(at);
         at.increment(failed))
        if (!is_hidden(at->path()) && at->symlink_status(failed).type() == fs::file_type::directory)
            folders.push_back(below / at->path().filename());
    std::ranges::sort(folders);
    for (fs::path const& folder : folders)
    {
        if (found.size() >= most_results) return;
        ResultOnDisk result = result_at(root, folder.string());
        if (is_result(result, root / folder))
            found.push_back(std::move(result));
        else if (depth < deepest)
            collect(root, folder, depth + 1, found);
    }
}

void collect_files(fs::path const& folder, fs::path const& below, std::vector<std::string>& files)
{
    std::error_code failed;
    std::vector<fs::path> folders;
    for (auto at = fs::directory_iterator(folder / below, failed); !failed && at != fs::end(at);
         at.increment(failed))
    {
        if (is_hidden(at->path()) || files.size() >= most_files) continue;
        fs::file_type const type = at->symlink_status(failed).type();
        fs::path const name = below / at->path().filename();
        if (type == fs::file_type::regular) files.push_back(name.string());
        if (type == fs::file_type::directory) folders.push_back(name);
    }
    for (fs::path const& one : folders) collect_files(folder, one, files);
}
}  // namespace

char const* name_of(ResultOnDisk::Kind kind)
{
    static constexpr std::array names = {"run", "comparison", "study", "other"};
    return names.at(static_cast<std::size_t>(kind));
}

bool is_result(ResultOnDisk const& result, fs::path const& folder)
{
    return !result.account.empty() || fs::exists(folder / mark_name);
}

ResultOnDisk result_at(fs::path const& root, std::string const& name)
{
    fs::path const folder = root / name;
    if (Json account = map_in(folder / "run.json"); text_in(account, "program") == "kochmon")
        return of_run(name, std::move(account));
    if (Json account = map_in(folder / "study.json"); account.contains("kochmon"))
        return of_study(name, std::move(account), folder);
    return {.name = name};
}

std::vector<ResultOnDisk> results_below(fs::path const& root)
{
    std::vector<ResultOnDisk> found;
    collect(root, {}, 1, found);
    return found;
}

std::vector<std::string> open_files_in(fs::path const& folder)
{
    std::vector<std::string> files;
    collect_files(folder, {}, files);
    std::ranges::sort(files);
    return files;
}
}  // namespace kochmon
