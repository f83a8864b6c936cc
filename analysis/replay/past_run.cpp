// SPDX-License-Identifier: MIT
#include "analysis/replay/past_run.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::json;

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
    Json account = Json::parse(read_whole_file(folder / "run.json"), nullptr, false);
    if (account.is_discarded()) refuse(folder, "is no whole JSON; was it cut off?");
    if (!account.is_object() || account.value("program", Json()) != "kochmon")
        refuse(folder, "was not written by kochmon");
    return account;
}

std::optional<std::string> text_or_nothing(Json const& json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<std::string>());
}

ComparisonAccount comparison_in(Json const& json)
{
    ComparisonAccount account{.by = text_or_nothing(json.at("by")),
                              .without_direct = json.at("without_direct").get<bool>(),
                              .precision = text_or_nothing(json.at("precision")),
                              .reached = {},
                              .traces = {},
                              .policies = {}};
    if (json.at("traces").is_number()) account.traces = json.at("traces").get<std::size_t>();
    for (Json const& policy : json.at("policies"))
        account.policies.push_back(
            {policy.at("scenario").get<std::string>(), policy.at("path").get<std::string>()});
    return account;
}

ProgramBuild program_in(Json const& account)
{
    return {.version = account.at("version").get<std::string>(),
            .commit = account.at("commit").get<std::string>(),
            .compiler = account.value("compiler", std::string()),
            .build_type = account.value("build_type", std::string())};
}

PastRun run_in(fs::path const& folder, Json const& account)
{
    Json const& settings = account.at("settings");
    PastRun run{.folder = folder,
                .program = program_in(account),
                .replicates = settings.at("replicates").get<std::uint32_t>(),
                .nesting = {.populations = settings.value("populations", std::uint32_t{1})},
                .digest = account.at("digest").get<std::string>()};
    if (settings.contains("panel")) run.panel = settings.at("panel").get<std::size_t>();
    if (account.contains("parameters"))
        for (Json const& set : account.at("parameters").at("sets"))
            run.parameters.push_back(set.at("path").get<std::string>());
    run.nesting.sets = static_cast<std::uint32_t>(run.parameters.size());
    if (account.contains("comparison")) run.comparison = comparison_in(account.at("comparison"));
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
    if (run.replicates == 0) refuse(run.folder, "tells of no replicate");
    if (run.nesting.populations == 0 || run.nesting.populations > run.replicates)
        refuse(run.folder, "tells of more populations than replicates, or of none");
    if (run.nesting.sets > run.nesting.populations)
        refuse(run.folder, "tells of more sets of parameters than populations");
    for (std::string const& set : run.parameters)
        if (run.file(set) == nullptr)
            refuse(run.folder, fmt::format("does not list {}, a set of parameters", set));
}

void check_results(PastRun const& run)
{
    bool const has_panel = run.file("panel_persons.csv") != nullptr;
    if (has_panel != run.panel.has_value() || (run.file("effects.csv") && !run.comparison))
        refuse(run.folder,
               "does not tell how the tables were made; it is of a program before 'replay'");
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
    run.content(path);
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
    return read_whole_file(folder / path);
}

PastRun read_past_run(fs::path const& folder)
{
    Json const account = account_in(folder);
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
        if (is_input(file.path) && sha256(run.content(file.path)) != file.sha256)
            changed.push_back(file.path);
    if (changed.empty()) return;
    throw FileError(
        fmt::format("{}: changed since the run was written: {}; what is there now is "
                    "not what was run, so it cannot be repeated",
                    run.folder.string(), fmt::join(changed, ", ")));
}
}  // namespace kochmon
