// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/study_state.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/report/study_summary.hpp"
#include "analysis/runs/forecast.hpp"
#include "analysis/sweep/study_tables.hpp"
#include "analysis/sweep/task_lock.hpp"
#include "analysis/text/counted.hpp"
#include "analysis/text/csv_table.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// What happens there now, seen from outside.
struct StudyActivity
{
    std::size_t tasks = 0;             // that processes are at
    std::optional<double> per_second;  // runs, of those that ended last
};

constexpr std::size_t runs_to_take_a_rate_of = 64;

/// As many as files of runs came in between the first and the last of the newest ones.
StudyActivity activity_of(Study const& study)
{
    StudyActivity activity{.tasks = TaskLock::count_taken(study.folder()), .per_second = {}};
    std::vector<fs::file_time_type> times;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(study.folder() / "runs", error))
        if (auto const time = entry.last_write_time(error); !error) times.push_back(time);
    std::ranges::sort(times, std::ranges::greater{});
    times.resize(std::min(times.size(), runs_to_take_a_rate_of));
    if (activity.tasks == 0 || times.size() < 2) return activity;
    std::chrono::duration<double> const took = fs::file_time_type::clock::now() - times.back();
    activity.per_second = static_cast<double>(times.size()) / std::max(took.count(), 1e-3);
    return activity;
}

std::string told_activity(StudyActivity const& activity, StudyState const& state)
{
    if (state.left() == 0) return {};
    if (activity.tasks == 0) return "nothing is running there\n";
    std::string text = fmt::format("{} running", counted(activity.tasks, "task", "tasks"));
    if (activity.per_second)
        text += fmt::format(", {:.2f} runs a second, about {} left", *activity.per_second,
                            told_seconds(static_cast<double>(state.left()) / *activity.per_second));
    return text + '\n';
}

constexpr std::size_t runs_soon_told = 5'000;

/// Whether what runs show is worked out in seconds.
bool is_soon_told(StudyState const& state)
{
    return state.done <= runs_soon_told;
}

/// Effects of the last kept month in total, of the runs that are done.
nlohmann::ordered_json effects_as_json(StudyTables const& tables)
{
    nlohmann::ordered_json effects = nlohmann::ordered_json::array();
    CsvTable const table(tables.at("effects.csv"), ",total,total,");
    std::string last;
    for (std::size_t row = 0; row < table.size(); ++row)
        last = std::max(last, table.cell(row, "month"));
    for (std::size_t row = 0; row < table.size(); ++row)
    {
        if (table.cell(row, "month") != last) continue;
        effects.push_back({{"point", table.number(row, "point")},
                           {"measure", table.cell(row, "measure")},
                           {"month", last},
                           {"replicates", table.number(row, "replicates")},
                           {"difference", table.number(row, "difference")},
                           {"low_90", table.number(row, "low_90")},
                           {"high_90", table.number(row, "high_90")},
                           {"unit", table.cell(row, "unit")}});
    }
    return effects;
}

std::string state_as_json(Study const& study, StudyState const& state)
{
    StudyActivity const activity = activity_of(study);
    nlohmann::ordered_json json = {{"sweep", study.plan().name},
                                   {"points", study.points().size() - 1},
                                   {"replicates", study.plan().replicates},
                                   {"runs", state.runs},
                                   {"done", state.done},
                                   {"failed", state.failed.size()}};
    json["tasks_running"] = activity.tasks;
    if (activity.per_second)
    {
        json["per_second"] = *activity.per_second;
        json["seconds_left"] = static_cast<double>(state.left()) / *activity.per_second;
    }
    json["failures"] = nlohmann::ordered_json::array();
    for (auto const& [run, reason] : state.failed)
        json["failures"].push_back(
            {{"point", run.first}, {"replicate", run.second}, {"reason", reason}});
    if (is_soon_told(state)) json["effects"] = effects_as_json(tables_of(study));
    return json.dump(2) + '\n';
}

/// The shards of a study on a cluster: `parts/1`, `parts/2`, ... of its folder, those that began.
std::vector<fs::path> parts_in(fs::path const& folder)
{
    std::vector<std::pair<std::size_t, fs::path>> numbered;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder / "parts", error))
    {
        std::string const name = entry.path().filename().string();
        std::size_t number = 0;
        auto const [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
        bool const is_number = fault == std::errc() && end == name.data() + name.size();
        if (is_number && fs::exists(entry.path() / "study.json", error))
            numbered.emplace_back(number, entry.path());
    }
    std::ranges::sort(numbered);
    std::vector<fs::path> parts;
    parts.reserve(numbered.size());
    for (auto& [number, part] : numbered) parts.push_back(std::move(part));
    return parts;
}

/// What is done of a study whose shards have folders of their own. No run is in two of them.
int status_of_parts(fs::path const& folder, std::vector<fs::path> const& parts, bool as_json)
{
    StudyState all;
    std::string text;
    auto json = nlohmann::ordered_json::array();
    for (fs::path const& part : parts)
    {
        Study const study = Study::open(part);
        StudyState const state = state_of(study);
        std::size_t const tasks = activity_of(study).tasks;
        all.runs = state.runs;
        all.done += state.done;
        all.failed.insert(state.failed.begin(), state.failed.end());
        text +=
            fmt::format("  {}: {} done, {} failed, {}\n", part.lexically_relative(folder).string(),
                        state.done, state.failed.size(),
                        tasks == 0 ? std::string("nothing is running")
                                   : counted(tasks, "task running", "tasks running"));
        json.push_back({{"part", part.lexically_relative(folder).string()},
                        {"done", state.done},
                        {"failed", state.failed.size()},
                        {"tasks_running", tasks}});
    }
    if (as_json)
        write_output(nlohmann::ordered_json{{"runs", all.runs},
                                            {"done", all.done},
                                            {"failed", all.failed.size()},
                                            {"parts", json}}
                         .dump(2) +
                     '\n');
    else
        write_output(fmt::format("{}: {} of {} done, {} failed, in {} that began\n{}",
                                 folder.string(), all.done, counted(all.runs, "run", "runs"),
                                 all.failed.size(), counted(parts.size(), "part", "parts"), text));
    return 0;
}

int status(Flags const& flags)
{
    fs::path const folder = flags.arguments.front();
    if (auto const parts = parts_in(folder); !parts.empty())
        return status_of_parts(folder, parts, flags.json);
    Study const study = Study::open(flags.arguments.front());
    StudyState const state = state_of(study);
    if (flags.json)
    {
        write_output(state_as_json(study, state));
        return 0;
    }
    write_output(told_state(study, state) + told_activity(activity_of(study), state));
    if (fs::path const parts = study.folder().parent_path(); parts.filename() == "parts")
        write_output(fmt::format("It is one shard of them; all shards: kochmon status {}\n",
                                 parts.parent_path().string()));
    if (state.done > 0 && is_soon_told(state))
        write_output('\n' + summary_of(study, tables_of(study)));
    else if (state.done > 0)
        write_output(fmt::format("What its {} show so far: kochmon analyse {}\n",
                                 counted(state.done, "run", "runs"), study.folder().string()));
    return 0;
}
}  // namespace

Verb status_verb()
{
    return {.name = "status",
            .summary = "Progress of a sweep",
            .positionals = {{"DIR", "Folder of the study, or the one that `kochmon slurm` wrote"}},
            .flags = {FlagGroup::json},
            .example = "kochmon status out/permit-fee",
            .act = status};
}
}  // namespace kochmon
