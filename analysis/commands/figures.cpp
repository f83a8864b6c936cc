// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/session.hpp"
#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/stop_request.hpp"
#include "analysis/commands/study_flags.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/figures/figures_of_a_result.hpp"
#include "analysis/figures/figures_of_a_study.hpp"
#include "analysis/figures/gnuplot.hpp"
#include "analysis/report/print_tables.hpp"
#include "analysis/runs/provenance.hpp"
#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
using Account = nlohmann::ordered_json;

/// What is drawn and written of a finished result or a study.
struct ForPrint
{
    std::vector<Figure> figures = {};
    std::vector<PrintTable> tables = {};
};

std::vector<std::string> formats_of(Flags const& flags)
{
    static std::array<std::string, 3> const known = {"svg", "pdf", "png"};
    std::string const asked = flags.formats.value_or("svg,pdf,png");
    std::vector<std::string> formats;
    for (std::size_t at = 0; at <= asked.size();)
    {
        std::size_t const end = std::min(asked.find(',', at), asked.size());
        std::string const format = asked.substr(at, end - at);
        if (std::ranges::find(known, format) == known.end())
            throw UsageError(fmt::format(
                "--format {}: expected svg, pdf and png, with commas between them", asked));
        if (std::ranges::find(formats, format) == formats.end()) formats.push_back(format);
        at = end + 1;
    }
    return formats;
}

ForPrint of_result(FinishedResult const& result)
{
    Scenario const scenario = scenario_of(result);
    ForPrint made{.figures = figures_of(result, scenario),
                  .tables = {table_of_parameters(scenario)}};
    if (result.holds("targets.csv"))
        made.tables.push_back(table_of_targets(result.text_of("targets.csv")));
    if (result.holds("observed.csv"))
        made.tables.push_back(table_of_observed(result.text_of("observed.csv")));
    if (!result.holds("effects.csv")) return made;
    std::string const effects = result.text_of("effects.csv");
    Corridor const& corridor = scenario.corridor();
    for (auto table : {table_of_effects(effects, corridor), table_of_policies(effects, corridor)})
        if (table) made.tables.push_back(*std::move(table));
    return made;
}

ForPrint of_study(fs::path const& folder)
{
    Study const study = Study::open(folder);
    StudyTables const tables = tables_of(study, is_stop_asked);
    return {.figures = figures_of(study, tables),
            .tables = {table_of_parameters(load_model(study.base_file()))}};
}

bool is_study(fs::path const& folder)
{
    return fs::is_regular_file(folder / "study.json");
}

/// The folder beside that of the result, never in it: a result accounts for its files.
fs::path folder_for_print(Flags const& flags)
{
    fs::path const of = flags.arguments.front();
    if (flags.output == "") throw UsageError("-o: expected the name of a folder");
    fs::path const named = of.lexically_normal();
    fs::path folder = flags.output.value_or(
        (named.has_filename() ? named : named.parent_path()).string() + "-print");
    InputFiles written;
    written.add(folder);
    if (written.within(of))
        throw OutputExistsError(
            fmt::format("{}: is in {}, whose files are listed in its account; choose a folder "
                        "elsewhere with -o",
                        folder.string(), of.string()));
    return folder;
}

void write_tables(OutputFolder& folder, std::vector<PrintTable> const& tables)
{
    std::vector<std::string> names;
    for (PrintTable const& table : tables)
    {
        std::string const path = "tables/" + table.name;
        folder.write_result(path + ".csv", csv_of(table));
        folder.write_result(path + ".md", markdown_of(table));
        folder.write_result(path + ".tex", latex_of(table));
        names.push_back(table.name);
    }
    folder.write_result("tables/tables.tex", latex_document(names));
}

std::string account_of(Flags const& flags, Sheet const& sheet,
                       std::vector<WrittenFile> const& files)
{
    Account account = Account::parse(version_as_json());
    account["status"] = "complete";
    account["kind"] = "figures and tables for print";
    account["of"] = flags.arguments.front();
    account["command"] = flags.command;
    account["formats"] = sheet.formats;
    account["width_mm"] = sheet.width;
    account["digest"] = digest_of(files);
    account["files"] = Account::array();
    for (WrittenFile const& file : files)
        account["files"].push_back(Account{{"path", file.path}, {"sha256", file.sha256}});
    account[own_hash] = hash_of_account(account);
    return account.dump(2) + '\n';
}

Drawing draw_all(OutputFolder& folder, std::vector<Figure> const& figures, Sheet const& sheet)
{
    Drawing drawing = Drawing::done;
    for (Figure const& figure : figures)
    {
        heed(is_stop_asked);
        drawing = std::max(drawing, draw_for_print(folder, figure, sheet));
    }
    return drawing;
}

void tell_drawing(Drawing drawing, fs::path const& folder)
{
    if (drawing == Drawing::done) return;
    write_message(fmt::format(
        "kochmon: {}, so not all figures were drawn; their numbers and scripts are in {}\n",
        drawing == Drawing::no_gnuplot ? "gnuplot is not installed" : "gnuplot failed",
        (folder / "figures").string()));
}

int write_for_print(Flags const& flags)
{
    Sheet const sheet{.width = static_cast<double>(flags.width.value_or(180)),
                      .formats = formats_of(flags)};
    fs::path const of = flags.arguments.front(), place = folder_for_print(flags);
    InputFiles inputs;
    inputs.add(of);
    OutputFolder::check(place, if_exists(flags), inputs);
    ForPrint const made = is_study(of) ? of_study(of) : of_result(FinishedResult(of));
    OutputFolder folder(place, if_exists(flags), inputs);
    write_tables(folder, made.tables);
    Drawing const drawing = draw_all(folder, made.figures, sheet);
    std::vector<WrittenFile> const files = folder.results();
    folder.complete(account_of(flags, sheet, files));
    tell_drawing(drawing, place);
    write_output(fmt::format("{} and {}: {}\n", counted(made.figures.size(), "figure", "figures"),
                             counted(made.tables.size(), "table", "tables"), place.string()));
    return 0;
}

int figures(Flags const& flags)
try
{
    heed_stop_signals();
    return write_for_print(flags);
}
catch (StudyStopped const&)
{
    return Session::stopped("no figures were written");
}
}  // namespace

Verb figures_verb()
{
    return {.name = "figures",
            .summary = "Figures and tables for print, of a finished run, comparison or study",
            .positionals = {{"DIR", "Folder of the result"}},
            .flags = {FlagGroup::print},
            .example = "kochmon figures out/permit-fee --format pdf,png --width 85 -o out/print",
            .act = figures};
}
}  // namespace kochmon
