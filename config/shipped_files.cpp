// SPDX-License-Identifier: MIT
#include "config/shipped_files.hpp"

#include <algorithm>
#include <system_error>

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

constexpr char const* folders_of_scenarios[] = {"", "policies", "origins"};

bool is_file(fs::path const& file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

bool is_of_targets(std::string_view name)
{
    return name == "targets" || name.ends_with("-targets");
}

void add_names(fs::path const& folder, std::vector<std::string>& names)
{
    for (fs::path const& file : yaml_files_in(folder))
        if (!is_of_targets(file.stem().string())) names.push_back(file.stem().string());
}

std::vector<fs::path> folders_in(fs::path const& folder)
{
    std::vector<fs::path> folders;
    std::error_code failed;
    for (auto at = fs::directory_iterator(folder, failed); !failed && at != fs::end(at);
         at.increment(failed))
        if (std::error_code error; at->is_directory(error)) folders.push_back(at->path());
    return folders;
}
}  // namespace

bool is_name_of_shipped(std::string_view text)
{
    return !text.empty() && text.find_first_of("/.\\") == std::string_view::npos &&
           text.find('\0') == std::string_view::npos;
}

std::optional<fs::path> shipped_scenario(fs::path const& config, std::string const& name)
{
    if (is_of_targets(name)) return std::nullopt;
    for (char const* const folder : folders_of_scenarios)
        if (fs::path const file = (config / folder / (name + ".yaml")).lexically_normal();
            is_file(file))
            return file;
    fs::path const of_corridor = config / "corridors" / name / "baseline.yaml";
    return is_file(of_corridor) ? std::optional(of_corridor) : std::nullopt;
}

std::optional<fs::path> shipped_sweep(fs::path const& config, std::string const& name)
{
    fs::path const file = config / "sweeps" / (name + ".yaml");
    return is_file(file) ? std::optional(file) : std::nullopt;
}

std::optional<fs::path> shipped_calibration(fs::path const& config, std::string const& name)
{
    fs::path const file = config / "calibration" / (name + ".yaml");
    return is_file(file) ? std::optional(file) : std::nullopt;
}

std::optional<fs::path> shipped_sets(fs::path const& config, std::string const& name)
{
    fs::path const folder = config / "calibration" / name;
    std::error_code error;
    return fs::is_directory(folder, error) ? std::optional(folder) : std::nullopt;
}

std::vector<std::string> names_of_shipped_scenarios(fs::path const& config)
{
    std::vector<std::string> names;
    for (char const* const folder : folders_of_scenarios) add_names(config / folder, names);
    for (fs::path const& corridor : folders_in(config / "corridors"))
        if (is_file(corridor / "baseline.yaml")) names.push_back(corridor.filename().string());
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> names_of_shipped_sweeps(fs::path const& config)
{
    std::vector<std::string> names;
    add_names(config / "sweeps", names);
    return names;
}

std::vector<std::string> names_of_shipped_calibrations(fs::path const& config)
{
    std::vector<std::string> names;
    add_names(config / "calibration", names);
    return names;
}

std::vector<fs::path> yaml_files_in(fs::path const& folder)
{
    std::vector<fs::path> files;
    std::error_code failed;
    for (auto at = fs::directory_iterator(folder, failed); !failed && at != fs::end(at);
         at.increment(failed))
        if (at->path().extension() == ".yaml" && is_file(at->path())) files.push_back(at->path());
    std::ranges::sort(files);
    return files;
}
}  // namespace kochmon
