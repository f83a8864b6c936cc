// SPDX-License-Identifier: MIT
#include <filesystem>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "analysis/commands/standard_streams.hpp"
#include "analysis/commands/verbs.hpp"
#include "analysis/page/page.hpp"
#include "analysis/page/page_parts.hpp"
#include "analysis/story/story.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// A report may take the place of an older one; what does not begin as one is somebody else's.
void demand_older_report(fs::path const& file)
{
    fs::file_status const there = fs::symlink_status(file);
    if (!fs::exists(there)) return;
    if (!fs::is_regular_file(there) || !read_whole_file(file).starts_with(first_lines_of_a_page))
        throw OutputExistsError(fmt::format(
            "{}: is there already and is no report of kochmon; choose another file with -o",
            file.string()));
}

int report(Flags const& flags)
{
    std::vector<fs::path> const folders(flags.arguments.begin(), flags.arguments.end());
    fs::path const file = flags.output.value_or("report.html");
    demand_older_report(file);
    std::string const page = report_of(folders, flags.language);
    write_whole_file(file, page);
    write_output(fmt::format("Report: {}\n", file.string()));
    if (page_script().empty())
        write_message(
            "kochmon: built without Node, so the report has tables and no charts; install "
            "nodejs and npm and build again\n");
    return 0;
}
}  // namespace

Verb report_verb()
{
    return {
        .name = "report",
        .summary = "One HTML file of runs, comparisons, targets, calibrations or sweeps, to send",
        .positionals = {{"DIR", "Folders of finished results, in their order",
                         Positional::Times::at_least_once}},
        .flags = {FlagGroup::page},
        .example = "kochmon report out/permit-fee -o report.html",
        .act = report};
}
}  // namespace kochmon
