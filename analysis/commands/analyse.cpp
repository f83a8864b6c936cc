// SPDX-License-Identifier: MIT
#include "analysis/commands/analyse.hpp"

#include <fmt/format.h>

#include "engine/atomic_file.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/figures_of_a_study.hpp"
#include "analysis/report/study_summary.hpp"
#include "analysis/sweep/study_database.hpp"
#include "analysis/sweep/study_tables.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

StudyTables write_study_tables(Study const& study)
{
    StudyTables tables = tables_of(study, is_stop_asked);
    for (auto const& [name, content] : tables)
        write_whole_file(study.folder() / "tables" / name, content);
    write_whole_file(study.folder() / "study.sqlite", database_of(study, tables));
    return tables;
}

int analyse(Flags const& flags)
{
    heed_stop_signals();
    std::string const& folder = flags.arguments.front();
    return unless_stopped(the_same_command,
                          [&]
                          {
                              write_output(analyse_study(Study::open(folder)));
                              return 0;
                          });
}

int export_tables(Flags const& flags)
{
    heed_stop_signals();
    fs::path const folder = flags.arguments.front();
    return unless_stopped(
        the_same_command,
        [&]
        {
            write_study_tables(Study::open(folder));
            write_output(fmt::format("Tables: {}\nDatabase: {}\n", (folder / "tables").string(),
                                     (folder / "study.sqlite").string()));
            return 0;
        });
}
}  // namespace

int unless_stopped(std::string const& go_on_with, std::function<int()> const& act)
try
{
    return act();
}
catch (StudyStopped const&)
{
    write_message(fmt::format("kochmon: stopped on request; go on with {}\n", go_on_with));
    return status_to_resume;
}

std::string analyse_study(Study const& study)
{
    StudyTables const tables = write_study_tables(study);
    std::string summary = summary_of(study, tables);
    write_whole_file(study.folder() / "summary.txt", summary);
    Drawing const drawing = draw_figures(study, tables);
    if (drawing != Drawing::done)
        write_message(fmt::format(
            "kochmon: {}; numbers and scripts of the figures are in {}\n",
            drawing == Drawing::no_gnuplot ? "gnuplot is not installed" : "gnuplot failed",
            (study.folder() / "figures").string()));
    return summary;
}

Verb analyse_verb()
{
    return {.name = "analyse",
            .summary = "Tables, figures and sentences of a sweep, from the runs that are done",
            .positionals = {{"DIR", "Folder of the study"}},
            .flags = {},
            .example = "kochmon analyse out/permit-fee",
            .act = analyse};
}

Verb export_verb()
{
    return {.name = "export",
            .summary = "Tables and database of a sweep alone, from the runs that are done",
            .positionals = {{"DIR", "Folder of the study"}},
            .flags = {},
            .example = "kochmon export out/permit-fee",
            .act = export_tables};
}
}  // namespace kochmon
