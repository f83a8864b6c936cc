// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// A finished result on the disk, as its run.json accounts for it.
class ResultFolder
{
  public:
    /// Throws FileError where it is no result of ours, is not complete, or a file is not as it was
    /// written.
    explicit ResultFolder(std::filesystem::path folder);

    std::filesystem::path const& place() const { return place_; }
    Json const& account() const { return account_; }
    bool holds(std::string const& file) const;
    /// Throws FileError where it is not as it was written.
    std::string text_of(std::string const& file) const;

  private:
    std::filesystem::path place_;
    Json account_;
};
}  // namespace kochmon
