// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kochmon
{
/// The files and folders that a command has read. None of them is ever written over, by whatever
/// name it is reached: relative or absolute, through links of either kind.
class InputFiles
{
  public:
    void add(std::filesystem::path const& input);
    /// As a scenario tells what it has read.
    void add(std::vector<std::pair<std::filesystem::path, std::string>> const& files);

    /// The first that is the folder, lies in it, or is reached by a way through it.
    std::optional<std::filesystem::path> within(std::filesystem::path const& folder) const;
    /// The first that is this file.
    std::optional<std::filesystem::path> same_as(std::filesystem::path const& file) const;

  private:
    std::vector<std::filesystem::path> inputs_;
};
}  // namespace kochmon
