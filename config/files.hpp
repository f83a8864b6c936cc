// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
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
    std::size_t largest;          // bytes
    bool may_be_shipped = false;  // and so be named as `baseline`
};

/// Reads the files of one scenario, each once.
class Files
{
  public:
    explicit Files(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    /// The folder of the scenarios that come with the program.
    void look_in(std::optional<std::filesystem::path> shipped) { shipped_ = std::move(shipped); }
    /// The scenario itself; throws FileError if it cannot be read.
    TextFile const& read(std::filesystem::path const& file);
    /// A file named in a scenario; nullptr, and reported at its name, if it is not there.
    TextFile const* read(Reference const& reference);
    /// Where it is, or would be.
    std::filesystem::path place_of(Reference const& reference) const;
    std::vector<std::pair<std::filesystem::path, std::string>> contents() const;

  private:
    std::string near(Reference const& reference) const;
    TextFile const& keep(std::filesystem::path const& file, std::size_t largest);
    Diagnostics& diagnostics_;
    std::optional<std::filesystem::path> shipped_;
    std::deque<TextFile> files_;  // whose members stay where they are
};
}  // namespace kochmon
