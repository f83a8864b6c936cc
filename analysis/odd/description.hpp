// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/odd/markers.hpp"

namespace kochmon
{
/// What the program knows of the model and of a scenario, each part under its marker.
std::vector<GeneratedPart> generated_parts(Scenario const& scenario);
/// The description of the model in ODD+D form: the files `*.md` of a folder in the order of their
/// names, filled with these parts. Throws FileError if the folder is missing or empty, or a marker
/// wrong.
std::string describe_model(Scenario const& scenario, std::filesystem::path const& templates);
}  // namespace kochmon
