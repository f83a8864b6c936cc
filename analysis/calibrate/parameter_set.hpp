// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kochmon
{
/// Values of parameters that a calibration accepts together.
struct ParameterSet
{
    std::filesystem::path file = {};       // `accepted/NN.yaml` of its folder
    std::string text = {};                 // of the file
    std::vector<std::string> values = {};  // `path=value`, as of --set
};
/// Throws ScenarioError, FileError.
ParameterSet read_parameter_set(std::filesystem::path const& file);
}  // namespace kochmon
