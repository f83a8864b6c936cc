// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "analysis/output/output_folder.hpp"

namespace kochmon::tests
{
/// A whole result with one table.
inline void put_result(std::filesystem::path const& folder, std::string const& table)
{
    OutputFolder result(folder, IfExists::write_over);
    result.write_result("series.csv", table);
    result.complete("{}");
}
}  // namespace kochmon::tests
