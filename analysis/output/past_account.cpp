// SPDX-License-Identifier: MIT
#include "analysis/output/past_account.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t largest_account = 64U << 20U;  // bytes

std::string text_at(Json const& json, char const* key)
{
    if (!json.is_object() || !json.contains(key) || !json.at(key).is_string()) return {};
    return json.at(key).get<std::string>();
}

std::vector<WrittenFile> files_in(Json const& account)
{
    std::vector<WrittenFile> files;
    if (!account.contains("files") || !account.at("files").is_array()) return files;
    for (Json const& file : account.at("files"))
        files.push_back({text_at(file, "path"), text_at(file, "sha256")});
    return files;
}

std::vector<std::string> figures_of(Json const& account)
{
    std::vector<std::string> names = {"legality", "naturalization", "observed"};
    auto const policies = Json::json_pointer("/comparison/policies");
    if (account.contains(policies) && account.at(policies).is_array())
        for (Json const& policy : account.at(policies))
            names.push_back("effect-" + text_at(policy, "scenario"));
    std::vector<std::string> figures;
    for (std::string const& name : names)
        for (char const* const kind : {".csv", ".gp", ".svg", ".pdf"})
            figures.push_back("figures/" + name + kind);
    return figures;
}
}  // namespace

std::optional<PastAccount> past_account_in(fs::path const& folder)
{
    if (!holds_file(folder, "run.json") || fs::file_size(folder / "run.json") > largest_account)
        return {};
    Json const account = Json::parse(read_whole_file(folder / "run.json"), nullptr, false);
    if (text_at(account, "program") != "kochmon") return {};
    PastAccount past{.files = files_in(account), .figures = figures_of(account)};
    bool const inside = std::ranges::all_of(
        past.files, [](WrittenFile const& file) { return stays_inside(file.path); });
    if (!inside || text_at(account, "digest") != digest_of(past.files)) return {};
    return past;
}
}  // namespace kochmon
