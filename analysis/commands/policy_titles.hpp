// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kochmon
{
/// A policy file, as lists tell it.
struct PolicyTitle
{
    std::string name;  // of the file, by which it is found
    std::filesystem::path file;
    std::string says;                 // its first lines of comment
    std::vector<std::string> levers;  // that its shocks move, each once
    std::vector<std::string> includes = {};
};

/// What a file tells; nothing if it cannot be read or holds neither shocks nor packages.
std::optional<PolicyTitle> policy_title(std::filesystem::path const& file);
/// The policies beside a scenario and in `policies` there, in the order of their names.
std::vector<PolicyTitle> policies_beside(std::filesystem::path const& scenario);
}  // namespace kochmon
