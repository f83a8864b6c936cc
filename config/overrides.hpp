// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kochmon
{
/// What the command line says over the file.
struct Overrides
{
    std::vector<std::string> set =
        {};  // `path=value`: from --set, or what a plan or a set of parameters says
    std::optional<std::uint32_t> seed = {};
    std::optional<std::uint32_t> population_seed = {};
    std::optional<std::string> persons = {};  // a number or `full`
    std::optional<int> months = {};
    // Stands in for the base that the file names, which is then not read: a policy laid over
    // another scenario.
    std::optional<std::filesystem::path> base = {};
};
}  // namespace kochmon
