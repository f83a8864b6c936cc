// SPDX-License-Identifier: MIT
#include "analysis/commands/shipped_config.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/diagnostics.hpp"
#include "config/foreign_character.hpp"
#include "config/shipped_files.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

bool is_file_there(fs::path const& file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

/// Nearly that name, or else names that hold it.
std::vector<std::string> names_near(std::string const& text, std::vector<std::string> const& names)
{
    std::vector<std::string> near = closest(text, names);
    for (std::string const& name : names)
        if (near.size() < 5 && name.find(as_name(text)) != std::string::npos &&
            std::ranges::find(near, name) == near.end())
            near.push_back(name);
    return near;
}

std::optional<fs::path> shipped(std::string const& name, LookedFor looked_for,
                                std::optional<fs::path> const& config)
{
    if (!config) return std::nullopt;
    switch (looked_for)
    {
        case LookedFor::nothing:
            return std::nullopt;
        case LookedFor::scenario:
            return shipped_scenario(*config, name);
        case LookedFor::sweep:
            return shipped_sweep(*config, name);
        case LookedFor::calibration:
            return shipped_calibration(*config, name);
        case LookedFor::accepted_sets:
            return shipped_sets(*config, name);
        case LookedFor::sets_of_a_study:
            if (auto sets = shipped_sets(*config, name)) return sets;
            return shipped_sweep(*config, name);
    }
    return std::nullopt;
}

/// What may be meant, and the names that there are of it.
std::pair<std::string, std::vector<std::string>> kind_and_names(LookedFor looked_for,
                                                                fs::path const& config)
{
    if (looked_for == LookedFor::scenario)
        return {"scenario or policy", names_of_shipped_scenarios(config)};
    if (looked_for == LookedFor::sweep) return {"sweep", names_of_shipped_sweeps(config)};
    auto names = names_of_shipped_calibrations(config);
    if (looked_for != LookedFor::sets_of_a_study) return {"calibration", names};
    std::ranges::copy(names_of_shipped_sweeps(config), std::back_inserter(names));
    return {"calibration or sweep", names};
}

/// `config/baseline.yaml` of a checkout, where there is none.
void refuse_path_of_shipped(std::string const& text, LookedFor looked_for,
                            std::optional<fs::path> const& config)
{
    fs::path const path(text);
    std::string const name = path.stem().string();
    if (!path.has_parent_path() || path.extension() != ".yaml") return;
    if (!shipped(name, looked_for, config)) return;
    throw FileError(
        fmt::format("there is no file {} here; one of that name comes with the program, write {}",
                    shown(text), proposed(name)));
}

[[noreturn]] void refuse_unfound(std::string const& text, LookedFor looked_for,
                                 std::optional<fs::path> const& config)
{
    std::string told = "there is no file " + shown(text);
    if (!config)
        throw FileError(told +
                        ", and no folder of scenarios lies beside the program; name the "
                        "file, or the folder by KOCHMON_CONFIG");
    auto const [kind, names] = kind_and_names(looked_for, *config);
    told += fmt::format(" here, and no {} of that name comes with the program ({})", kind,
                        config->string());
    for (std::string const& more : {did_you_mean(names_near(text, names)), foreign_character(text)})
        if (!more.empty()) told += ", " + more;
    throw FileError(told);
}
}  // namespace

std::optional<fs::path> shipped_config(fs::path const& program, char const* said)
{
    if (said != nullptr && *said != '\0')
    {
        if (is_file_there(fs::path(said) / "baseline.yaml")) return fs::path(said);
        throw FileError(fmt::format(
            "KOCHMON_CONFIG: {} holds no baseline.yaml, expected the folder of the scenarios that "
            "come with the program",
            shown(said)));
    }
    fs::path const folder = program.parent_path();
    fs::path const installed = (folder / "../share/kochmon/config").lexically_normal();
    if (is_file_there(installed / "baseline.yaml")) return installed;
    fs::path const sources = (folder / "../../config").lexically_normal();
    bool const is_built = folder.parent_path().filename() == "build";
    if (is_built && is_file_there(sources / "baseline.yaml")) return sources;
    return std::nullopt;
}

std::optional<fs::path> shipped_config()
{
    std::error_code error;
    fs::path const program = fs::read_symlink("/proc/self/exe", error);
    return shipped_config(error ? fs::path() : program, std::getenv("KOCHMON_CONFIG"));
}

std::string found_by_name(std::string const& text, LookedFor looked_for,
                          std::optional<fs::path> const& config)
{
    if (looked_for == LookedFor::nothing || is_file_there(text)) return text;
    std::error_code error;
    bool const is_there = fs::exists(text, error);  // a folder or a pipe: refused where it is read
    if (!is_name_of_shipped(text))
    {
        if (!is_there) refuse_path_of_shipped(text, looked_for, config);
        return text;
    }
    bool const may_be_folder =
        looked_for == LookedFor::accepted_sets || looked_for == LookedFor::sets_of_a_study;
    if (is_there && may_be_folder) return text;
    if (auto const found = shipped(text, looked_for, config)) return found->string();
    if (is_there) return text;
    refuse_unfound(text, looked_for, config);
}

std::optional<fs::path> usual_baseline(Flags const& flags)
{
    for (char const* const file : {"config/baseline.yaml", "baseline.yaml"})
        if (is_file_there(file)) return file;
    if (!flags.overrides.shipped) return std::nullopt;
    return *flags.overrides.shipped / "baseline.yaml";
}
}  // namespace kochmon
