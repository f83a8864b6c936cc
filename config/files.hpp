// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/diagnostics.hpp"

namespace kochmon
{
struct TextFile
{
    int number;  // in Diagnostics
    std::filesystem::path path;
    std::string text;
};

/// Where a scenario names another file, and how large that may be.
struct Reference
{
    FilePlace place;
    std::string path;
    std::filesystem::path folder;  // to which the file's name is relative
    std::string name;
    std::size_t largest;  // bytes
};

/// Reads the files of one scenario, each once.
class Files
{
  public:
    explicit Files(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    /// The scenario itself; throws FileError if it cannot be read.
    TextFile const& read(std::filesystem::path const& file);
    /// A file named in a scenario; nullptr, and reported at its name, if it is not there.
    TextFile const* read(Reference const& reference);
    std::vector<std::pair<std::filesystem::path, std::string>> contents() const;

  private:
    TextFile const& keep(std::filesystem::path const& file, std::size_t largest);
    Diagnostics& diagnostics_;
    std::deque<TextFile> files_;  // whose members stay where they are
};
}  // namespace kochmon
