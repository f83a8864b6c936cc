// SPDX-License-Identifier: MIT
#include "analysis/odd/description.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/month.hpp"

#include "analysis/odd/model_tables.hpp"
#include "analysis/odd/parameter_tables.hpp"
#include "analysis/targets/definitions.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

constexpr char const* no_shocks = "None: no file of targets, or one without shocks, was read.\n";

[[noreturn]] void refuse(fs::path const& folder, std::string const& fault)
{
    throw FileError(
        fmt::format("{}: {}; the prose of the description is in files *.md there. Start kochmon "
                    "odd where the sources of Kochmon are, or name the folder with --templates DIR",
                    folder.string(), fault));
}

}  // namespace

std::vector<fs::path> templates_in(fs::path const& folder)
{
    std::error_code error;
    fs::directory_iterator const entries(folder, error);
    if (error) refuse(folder, error.message());
    std::vector<fs::path> files;
    for (fs::directory_entry const& entry : entries)
        if (entry.path().extension() == ".md" && entry.is_regular_file(error))
            files.push_back(entry.path());
    if (files.empty()) refuse(folder, "no template in this folder");
    std::ranges::sort(files);
    return files;
}

std::vector<GeneratedPart> generated_parts(Scenario const& scenario,
                                           std::optional<TargetsFile> const& targets)
{
    TargetsFile const known = targets.value_or(TargetsFile{});
    Declarations const& declared = scenario.content().declarations;
    return {{"schedule", schedule_table(month_story().steps())},
            {"decision_points", decision_point_table(decision_points())},
            {"parameters", parameter_tables(declared, scenario)},
            {"tables", data_table(declared, scenario)},
            {"levers", lever_table(declared)},
            {"measures", measure_table(scenario.corridor(), measures())},
            {"targets", target_table(known.targets)},
            {"shocks", known.shocks.empty() ? no_shocks : shock_table(known.shocks)},
            {"assumptions", assumption_table(declared, scenario)}};
}

std::string describe_model(Scenario const& scenario, std::optional<TargetsFile> const& targets,
                           fs::path const& templates)
{
    std::vector<ProseFile> files;
    for (fs::path const& file : templates_in(templates))
        files.push_back({file.string(), read_whole_file(file)});
    return fill_markers(templates.string(), files, generated_parts(scenario, targets));
}
}  // namespace kochmon
