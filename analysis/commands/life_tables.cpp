// SPDX-License-Identifier: MIT
#include "analysis/life_tables/life_tables.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/commands/log.hpp"
#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/figures_of_life_tables.hpp"
#include "analysis/replay/past_run.hpp"
#include "analysis/report/life_tables_summary.hpp"

namespace kochmon
{
namespace
{
constexpr std::array<char const*, 2> tables_read = {"panel_persons.csv", "panel_spells.csv"};

std::vector<WrittenFile> panel_of(PastRun const& run)
{
    std::vector<WrittenFile> files;
    for (char const* const name : tables_read)
    {
        WrittenFile const* const file = run.file(name);
        if (file == nullptr)
            throw FileError(fmt::format(
                "{}: the run has no panel; expected the folder of a run that wrote lives: run it "
                "again with --panel N, of all its agents for tables of everybody",
                run.folder.string()));
        if (sha256_of_file(run.folder / name) != file->sha256)
            throw FileError(fmt::format(
                "{}: is not as it was written: its SHA-256 is not that of run.json; life tables of "
                "it would show what no run gave, so run it again",
                (run.folder / name).string()));
        files.push_back(*file);
    }
    return files;
}

RateChange change_asked_for(std::string const& text)
{
    std::size_t const comma = std::min(text.find(','), text.size());
    auto const before = RatePeriod::parse(text.substr(0, comma));
    auto const after = RatePeriod::parse(text.substr(std::min(comma + 1, text.size())));
    if (!before || !after || before->until > after->from)
        throw UsageError(fmt::format(
            "--between {}: expected two months or years, the earlier first, such as 2010,2019 or "
            "2010-01,2012-06",
            text));
    return {*before, *after};
}

/// Life tables on their way from the panel to the last file.
class LifeTablesOfRun
{
  public:
    explicit LifeTablesOfRun(Flags const& flags)
        : flags_(flags),
          place_(folder()),
          change_(flags.between ? std::optional(change_asked_for(*flags.between)) : std::nullopt),
          run_(read_past_run(flags.arguments.front())),
          panel_(panel_of(run_)),
          tables_(*run_.corridor)
    {
    }

    int act()
    {
        InputFiles const inputs = inputs_named(flags_);
        OutputFolder::check(place_, if_exists(flags_), inputs);
        heed_stop_signals();
        if (!read()) return Session::stopped("no table was written");
        if (change_) demand_reported(*change_, tables_.legality());
        OutputFolder output(place_, if_exists(flags_), inputs);
        write_into(output);
        if (flags_.loudness != Loudness::quiet)
            write_output(summary_of(tables_, scenario_) +
                         fmt::format("\nResults: {}\n", place_.string()));
        return 0;
    }

  private:
    std::filesystem::path folder() const
    {
        if (flags_.output == "" || flags_.output == "-")
            throw UsageError("-o: expected the name of a folder");
        if (flags_.output) return *flags_.output;
        std::filesystem::path const of = std::filesystem::path(flags_.arguments.front());
        return (of.has_filename() ? of : of.parent_path()).string() + "-life-tables";
    }

    /// Whether to the end.
    bool read()
    {
        log_line(fmt::format("reading the panel of {}", run_.folder.string()));
        PanelLives lives(run_.folder, *run_.corridor);
        while (auto const life = lives.next())
        {
            tables_.observe(*life);
            if (Session::is_stopped()) return false;
        }
        scenario_ = lives.scenario();
        return true;
    }

    void write_into(OutputFolder& output)
    {
        std::vector<RateChange> const changes =
            change_ ? std::vector{*change_} : usual_changes(tables_.legality());
        for (auto const& [name, content] : tables_.made(changes))
            output.write_result(name, content);
        Drawing drawing = Drawing::done;
        for (LifeFigure const& figure : figures_of(tables_, scenario_))
            drawing = std::max(drawing, draw(figure, output));
        if (drawing != Drawing::done)
            write_message(fmt::format(
                "kochmon: {}, so no figures were drawn; their numbers and scripts are "
                "in {}\n",
                drawing == Drawing::failed ? "gnuplot failed" : "gnuplot is not installed",
                (place_ / "figures").string()));
        output.complete(tables_account_as_json(account(output)));
    }

    TablesAccount account(OutputFolder const& output) const
    {
        return {.command = flags_.command,
                .scenario = scenario_,
                .kind = "life_tables",
                .about = {{"of", run_.folder.string()},
                          {"digest", run_.digest},
                          {"between", flags_.between.value_or("")}},
                .inputs = panel_,
                .files = output.results(),
                .started = started_,
                .ended = std::chrono::system_clock::now()};
    }

    Flags const& flags_;
    UtcTime started_ = std::chrono::system_clock::now();
    std::filesystem::path place_;
    std::optional<RateChange> change_;  // nothing: the usual ones
    PastRun run_;
    std::vector<WrittenFile> panel_;
    LifeTables tables_;
    std::string scenario_;
};

int life_tables(Flags const& flags)
{
    return LifeTablesOfRun(flags).act();
}
}  // namespace

Verb life_tables_verb()
{
    return {.name = "life-tables",
            .summary = "Life tables of the panel of a run: waits, statuses, what moved legality",
            .positionals = {{"DIR", "Output folder of a run with --panel"}},
            .flags = {FlagGroup::life_tables},
            .example = "kochmon life-tables out/baseline -o out/baseline-life-tables",
            .act = life_tables};
}
}  // namespace kochmon
