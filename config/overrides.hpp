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
    // The folder of the scenarios that come with the program, among which a base or a policy is
    // looked for where its name has neither folder nor extension and no such file is beside.
    std::optional<std::filesystem::path> shipped = {};
};
}  // namespace kochmon
