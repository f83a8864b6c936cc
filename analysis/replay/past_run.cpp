// SPDX-License-Identifier: MIT
#include "analysis/replay/past_run.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/memory.hpp"

#include "config/corridor_file.hpp"
#include "config/visible_text.hpp"

#include "analysis/runs/provenance.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr std::uint64_t most_replicates = 100'000;
constexpr std::size_t longest_name = 80;  // of a version or compiler, bytes
constexpr std::uint64_t most_agents = 1'000'000'000;

[[noreturn]] void refuse(fs::path const& folder, std::string const& why)
{
    throw FileError(fmt::format("{}: {}", (folder / "run.json").string(), why));
}

/// Of a path that is not there, `not_found`.
fs::file_type type_of(fs::path const& path)
{
    std::error_code error;
    fs::file_type const type = fs::status(path, error).type();
    if (type == fs::file_type::none)
        throw FileError(
            fmt::format("{}: cannot be looked at: {}; expected the output folder of kochmon run or "
                        "compare; check the path and the right to read it",
                        path.string(), error.message()));
    return type;
}

Json account_in(fs::path const& folder)
{
    if (type_of(folder) != fs::file_type::directory)
        throw FileError(
            fmt::format("{}: is no folder; expected the output folder of kochmon run "
                        "or compare",
                        folder.string()));
    if (type_of(folder / "run.json") == fs::file_type::not_found)
        throw FileError(
            fmt::format("{}: holds no run.json, so it is no output folder of kochmon "
                        "run or compare, or the run did not come to its end",
                        folder.string()));
    OrderedJson const account =
        OrderedJson::parse(read_whole_file(folder / "run.json"), nullptr, false);
    if (account.is_discarded()) refuse(folder, "is no whole JSON; was it cut off?");
    if (!account.is_object() || account.value("program", OrderedJson()) != "kochmon")
        refuse(folder, "was not written by kochmon");
    // One of a program before has no hash of itself.
    if (account.contains(own_hash) && account.at(own_hash) != hash_of_account(account))
        refuse(
            folder,
            "was edited since kochmon wrote it; put it back as it was, or run the scenario again");
    return Json(account);
}

std::optional<std::string> text_or_nothing(Json const& json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<std::string>());
}

/// Bounds are those of the flags; a number beyond them was not written by kochmon.
std::uint64_t count_in(Json const& json, char const* key, std::uint64_t most,
                       fs::path const& folder)
{
    Json const& number = json.at(key);
    if (!number.is_number_unsigned() || number.get<std::uint64_t>() > most)
        refuse(folder, fmt::format("says {} {}; expected a whole number from 0 to {}, as kochmon "
                                   "wrote it; put it back as it was, or run the scenario again",
                                   key, number.dump(), most));
    return number.get<std::uint64_t>();
}

ComparisonAccount comparison_in(Json const& json, fs::path const& folder)
{
    ComparisonAccount account{.by = text_or_nothing(json.at("by")),
                              .without_direct = json.at("without_direct").get<bool>(),
                              .precision = text_or_nothing(json.at("precision")),
                              .reached = {},
                              .traces = {},
                              .policies = {}};
    if (json.at("traces").is_number())
        account.traces = count_in(json, "traces", most_agents, folder);
    for (Json const& policy : json.at("policies"))
        account.policies.push_back(
            {policy.at("scenario").get<std::string>(), policy.at("path").get<std::string>()});
    return account;
}

KeptRows kept_in(Corridor const& corridor, Json const& keep)
{
    auto const said = [&](char const* key) -> std::optional<std::string>
    {
        std::string text = keep.at(key).get<std::string>();
        if (text.empty()) return std::nullopt;
        return text;
    };
    return kept_rows(corridor, said("measures"), said("by"), said("months"));
}

ProgramBuild program_in(Json const& account)
{
    auto const shown = [&](char const* key)
    { return visible(account.value(key, std::string()).substr(0, longest_name)); };
    account.at("version");
    account.at("commit");
    return {.version = shown("version"),
            .commit = shown("commit"),
            .compiler = shown("compiler"),
            .build_type = shown("build_type")};
}

PastRun run_in(fs::path const& folder, Json const& account)
{
    Json const& settings = account.at("settings");
    PastRun run{.folder = folder,
                .corridor = corridor_or_unknown(folder / "scenario.yaml"),
                .program = program_in(account),
                .replicates = static_cast<std::uint32_t>(
                    count_in(settings, "replicates", most_replicates, folder)),
                .nesting = {},
                .digest = account.at("digest").get<std::string>()};
    if (settings.contains("populations"))
        run.nesting.populations =
            static_cast<std::uint32_t>(count_in(settings, "populations", most_replicates, folder));
    if (settings.contains("panel")) run.panel = count_in(settings, "panel", most_agents, folder);
    if (settings.contains("keep")) run.kept = kept_in(*run.corridor, settings.at("keep"));
    if (account.contains("parameters"))
        for (Json const& set : account.at("parameters").at("sets"))
            run.parameters.push_back(set.at("path").get<std::string>());
    run.nesting.sets = static_cast<std::uint32_t>(run.parameters.size());
    if (account.contains("comparison"))
        run.comparison = comparison_in(account.at("comparison"), folder);
    for (Json const& file : account.at("files"))
        run.files.push_back(
            {file.at("path").get<std::string>(), file.at("sha256").get<std::string>()});
    return run;
}

void check_files(PastRun const& run)
{
    for (WrittenFile const& file : run.files)
        if (!stays_inside(file.path))
            refuse(run.folder, fmt::format("lists {}, which lies outside the folder", file.path));
    if (digest_of(run.files) != run.digest)
        refuse(run.folder,
               "was edited: its digest is not that of the files that it lists; expected it as "
               "kochmon wrote it; put it back as it was, or run the scenario again");
}

void check_nesting(PastRun const& run)
{
    if (run.replicates == 0) refuse(run.folder, "states no replicate");
    if (run.nesting.populations == 0 || run.nesting.populations > run.replicates)
        refuse(run.folder, "states more populations than replicates, or none");
    if (run.nesting.sets > run.nesting.populations)
        refuse(run.folder, "states more sets of parameters than populations");
    for (std::string const& set : run.parameters)
        if (run.file(set) == nullptr)
            refuse(run.folder, fmt::format("does not list {}, a set of parameters", set));
}

void check_results(PastRun const& run)
{
    bool const has_panel = run.file("panel_persons.csv") != nullptr;
    if (has_panel != run.panel.has_value() || (run.file("effects.csv") && !run.comparison))
        refuse(run.folder,
               "does not say how the tables were made; it is of a program before 'replay'");
    for (char const* const verdict : {"targets.csv", "shocks.csv", "robust.csv", "observed.csv"})
        if (run.file(verdict) != nullptr)
            refuse(run.folder,
                   fmt::format("is of kochmon targets, which replay does not repeat; run "
                               "its command again with -o of another folder and compare "
                               "{} of both",
                               verdict));
    char const* const results = run.comparison ? "effects.csv" : "series.csv";
    if (run.file(results) == nullptr)
        refuse(run.folder, fmt::format("lists no {}, so there is no result to compare", results));
}

void check(PastRun const& run)
{
    check_files(run);
    if (run.file("scenario.yaml") == nullptr) refuse(run.folder, "lists no scenario.yaml");
    check_nesting(run);
    check_results(run);
    if (!run.comparison) return;
    for (ComparisonAccount::Policy const& policy : run.comparison->policies)
        if (run.file(policy.file) == nullptr)
            refuse(run.folder, fmt::format("does not list {}, the file of a policy", policy.file));
}

/// A line of its own; empty: the file can be read.
std::string cause_unreadable(PastRun const& run, std::string const& path)
try
{
    sha256_of_file(run.folder / path);
    return {};
}
catch (FileError const& error)
{
    return fmt::format("\n  {}", error.what());
}

/// All but the tables, which lie at the top.
bool is_input(std::string const& path)
{
    return !path.ends_with(".csv") || path.find('/') != std::string::npos;
}
}  // namespace

WrittenFile const* PastRun::file(std::string const& path) const
{
    auto const found = std::ranges::find(files, path, &WrittenFile::path);
    return found == files.end() ? nullptr : &*found;
}

std::string PastRun::content(std::string const& path) const
{
    // What would not fit beside the repetition is not read: kochmon wrote it in as much memory.
    if (auto const available = available_memory(); available &&
                                                   fs::is_regular_file(folder / path) &&
                                                   fs::file_size(folder / path) > *available)
        throw FileError(
            fmt::format("cannot read {}: it is larger than the memory there is; put it "
                        "back as kochmon wrote it, or replay on a larger machine",
                        (folder / path).string()));
    return read_whole_file(folder / path);
}

PastRun read_past_run(fs::path const& folder)
{
    Json const account = account_in(folder);
    if (account.contains("life_tables"))
        refuse(folder,
               "is of kochmon life-tables, whose tables come from the panel of a run; expected the "
               "folder of that run, which it names at life_tables");
    try
    {
        PastRun run = run_in(folder, account);
        check(run);
        return run;
    }
    catch (Json::exception const& error)
    {
        refuse(folder, fmt::format("is not as kochmon writes it: {}", error.what()));
    }
}

void demand_readable_files(PastRun const& run)
{
    std::string causes;
    for (WrittenFile const& file : run.files) causes += cause_unreadable(run, file.path);
    if (causes.empty()) return;
    throw FileError(
        fmt::format("{}: run.json lists files that cannot be read, so nothing can be compared with "
                    "them; put them back or run the scenario again:{}",
                    run.folder.string(), causes));
}

void demand_same_inputs(PastRun const& run)
{
    std::vector<std::string> changed;
    for (WrittenFile const& file : run.files)
        if (is_input(file.path) && sha256_of_file(run.folder / file.path) != file.sha256)
            changed.push_back(file.path);
    if (changed.empty()) return;
    throw FileError(
        fmt::format("{}: changed since the run was written: {}; what is there now is "
                    "not what was run, so it cannot be repeated",
                    run.folder.string(), fmt::join(changed, ", ")));
}
}  // namespace kochmon
