// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/odd/markers.hpp"
#include "analysis/targets/targets_file.hpp"

namespace kochmon
{
/// What the program knows of the model and of a scenario, each part under its marker. Without
/// targets their table tells how each is measured and no figures.
std::vector<GeneratedPart> generated_parts(Scenario const& scenario,
                                           std::optional<TargetsFile> const& targets);
/// The files `*.md` of a folder in the order of their names. Throws FileError if there is none.
std::vector<std::filesystem::path> templates_in(std::filesystem::path const& folder);
/// The description of the model in ODD+D form: the files `*.md` of a folder in the order of their
/// names, filled with these parts. Throws FileError if the folder is missing or empty, or a marker
/// wrong.
std::string describe_model(Scenario const& scenario, std::optional<TargetsFile> const& targets,
                           std::filesystem::path const& templates);
}  // namespace kochmon
