// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
/// A finished result on the disk: files are read from it as long as they are as they were written,
/// those that run.json lists by its hashes, figures by those of the folder's mark.
class FinishedResult
{
  public:
    /// Throws FileError where it is no result of ours or not complete.
    explicit FinishedResult(std::filesystem::path folder);

    std::filesystem::path const& place() const { return place_; }
    nlohmann::json const& account() const { return account_; }
    /// A text of the account's, empty if it has none of that name.
    std::string told(char const* key) const;
    bool holds(std::string const& file) const { return hash_of(file) != nullptr; }
    /// Throws FileError where it is not as it was written.
    std::string text_of(std::string const& file) const;

  private:
    std::string const* hash_of(std::string const& file) const;

    std::filesystem::path place_;
    nlohmann::json account_;
    std::vector<WrittenFile> files_;
};
}  // namespace kochmon
