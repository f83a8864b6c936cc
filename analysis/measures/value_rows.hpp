// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "engine/open_file.hpp"

namespace kochmon
{
/// Rows of as many numbers each, in memory or, where there may be more of them than memory, in a
/// file without a name, which ends with the process.
class ValueRows
{
  public:
    explicit ValueRows(std::size_t columns) : columns_(columns) {}

    /// From now on in a file on the disk of that folder; there must be no row yet. Throws
    /// FileError.
    void keep_on_disk(std::filesystem::path const& folder);

    std::size_t size() const { return size_; }
    std::size_t columns() const { return columns_; }
    /// Throws FileError where the disk has no room.
    void append(std::span<double const> row);
    double at(std::size_t row, std::size_t column) const;
    std::vector<double> row(std::size_t row) const;

  private:
    void read(std::size_t first, std::span<double> values) const;

    std::size_t columns_;
    std::size_t size_ = 0;
    std::vector<double> held_;
    std::optional<OpenFile> file_;
    std::filesystem::path folder_;  // of the file, for messages
};
}  // namespace kochmon
