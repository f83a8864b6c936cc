// SPDX-License-Identifier: MIT
#include "analysis/output_folder.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 28> names_of_ours = {
    "scenario.yaml",    "series.csv",        "fingerprints.csv",
    "measures.csv",     "run.json",          "data",
    "figures",          "panel_persons.csv", "panel_spells.csv",
    "panel_events.csv", "effects.csv",       "spread.csv",
    "flips.csv",        "causes.csv",        "traces.csv",
    "targets.csv",      "shocks.csv",        "robust.csv",
    "replicates.csv",   "targets.yaml",      "calibration.yaml",
    "runs.csv",         "accepted.csv",      "accepted",
    "parameters.csv",   "sensitivities.csv", "waves.csv",
    "observed.csv"};

bool is_of_ours(fs::path const& entry)
{
    std::string const name = entry.filename().string();
    bool const unfinished = name.starts_with(".kochmon-") && name.ends_with(".tmp");
    bool const of_policy = name.starts_with("policy-");
    return unfinished || of_policy || std::ranges::find(names_of_ours, name) != names_of_ours.end();
}

/// The run.json of an earlier run of this program.
std::optional<nlohmann::json> old_account(fs::path const& folder)
{
    if (!fs::is_regular_file(folder / "run.json")) return std::nullopt;
    auto account = nlohmann::json::parse(read_whole_file(folder / "run.json"), nullptr, false);
    if (!account.is_object() || account.value("program", nlohmann::json()) != "kochmon")
        return std::nullopt;
    return account;
}

/// A file that has been changed since, or that lies elsewhere, is none of ours.
void take_away(fs::path const& folder, nlohmann::json const& file)
{
    if (!file.is_object() || !file.contains("path") || !file["path"].is_string()) return;
    fs::path const path = file["path"].get<std::string>();
    if (!stays_inside(path) || !fs::is_regular_file(fs::symlink_status(folder / path))) return;
    if (file.value("sha256", nlohmann::json()) != sha256(read_whole_file(folder / path))) return;
    fs::remove(folder / path);
}

/// Figures are listed nowhere, but their names follow from what was run: an old one must not pass
/// for one of the new tables.
void take_away_old_figures(fs::path const& folder, nlohmann::json const& account)
{
    std::vector<std::string> names = {"legality", "observed"};
    auto const policies = nlohmann::json::json_pointer("/comparison/policies");
    if (account.contains(policies) && account.at(policies).is_array())
        for (nlohmann::json const& policy : account.at(policies))
            if (policy.is_object() && policy.value("scenario", nlohmann::json()).is_string())
                names.push_back("effect-" + policy["scenario"].get<std::string>());
    for (std::string const& name : names)
        for (char const* const kind : {".csv", ".gp", ".svg", ".pdf"})
        {
            fs::path const figure = fs::path("figures") / (name + kind);
            if (stays_inside(figure) && fs::is_regular_file(fs::symlink_status(folder / figure)))
                fs::remove(folder / figure);
        }
}

void take_away_old_results(fs::path const& folder)
{
    auto const account = old_account(folder);
    if (!account) return;
    fs::remove(folder / "run.json");
    take_away_old_figures(folder, *account);
    if (!account->contains("files") || !account->at("files").is_array()) return;
    for (nlohmann::json const& file : account->at("files")) take_away(folder, file);
}

void refuse(fs::path const& folder, std::string_view why)
{
    throw OutputExistsError(fmt::format("output folder {}: {}", folder.string(), why));
}

void check_entries(fs::path const& folder)
{
    if (old_account(folder)) return;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder))
        if (entry.path().filename() == "run.json" || !is_of_ours(entry.path()))
            refuse(folder, fmt::format("holds {}, which kochmon did not write; choose another "
                                       "folder with -o",
                                       entry.path().filename().string()));
}

void check_folder(fs::path const& folder, IfExists if_exists)
{
    auto const type = fs::status(folder).type();
    if (type == fs::file_type::not_found) return;
    if (type != fs::file_type::directory)
        refuse(folder, "is there and is no folder; choose another one with -o");
    if (if_exists == IfExists::refuse)
        refuse(folder, "is there already; choose another one with -o, or --force to write over it");
    check_entries(folder);
}
}  // namespace

bool stays_inside(fs::path const& path)
{
    auto const leads_up = [](fs::path const& part) { return part == ".."; };
    return path.is_relative() && std::none_of(path.begin(), path.end(), leads_up);
}

std::string digest_of(std::vector<WrittenFile> files)
{
    std::ranges::sort(files, {}, &WrittenFile::path);
    std::string lines;
    for (WrittenFile const& file : files) lines += fmt::format("{}  {}\n", file.sha256, file.path);
    return sha256(lines);
}

void OutputFolder::check(fs::path const& folder, IfExists if_exists)
{
    try
    {
        check_folder(folder, if_exists);
    }
    catch (fs::filesystem_error const& error)
    {
        throw FileError(fmt::format("cannot look into {}: {}; choose another folder with -o",
                                    folder.string(), error.code().message()));
    }
}

OutputFolder::OutputFolder(fs::path folder, IfExists if_exists) : folder_(std::move(folder))
{
    check(folder_, if_exists);
    try
    {
        take_away_old_results(folder_);
    }
    catch (fs::filesystem_error const& error)
    {
        throw FileError(
            fmt::format("cannot clear old results in {}: {}; choose another folder "
                        "with -o",
                        folder_.string(), error.code().message()));
    }
}

void OutputFolder::write_result(std::string const& name, std::string_view content)
{
    write_whole_file(folder_ / name, content);
    results_.push_back({name, sha256(content)});
}

void OutputFolder::write_beside(std::string const& name, std::string_view content) const
{
    write_whole_file(folder_ / name, content);
}

std::function<void(std::string const&, std::string const&)> writes_results_into(
    OutputFolder& folder)
{
    return [&folder](std::string const& path, std::string const& content)
    { folder.write_result(path, content); };
}
}  // namespace kochmon
